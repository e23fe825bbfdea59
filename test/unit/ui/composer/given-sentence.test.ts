import { expect, test } from 'vitest';
import messages from '../../../../public/_locales/en/messages.json' with { type: 'json' };
import type { MadeWith } from '../../../../src/gallery/index.ts';
import { createTexts, findIn } from '../../../../src/language/index.ts';
import { parseMessages } from '../../../../src/language/messages.ts';
import { SHIPPED_STYLES } from '../../../../src/settings/index.ts';
import { givenSentence } from '../../../../src/ui/composer/given-sentence.ts';
import { takenSettings } from '../../../../src/ui/composer/taken-settings.ts';

const texts = createTexts(findIn(parseMessages(messages)), []);

test.each<[string, MadeWith, string]>([
  [
    'all of it',
    { tool: 'understudy', prompt: 'a fox', seed: 7 },
    'Taken from a file of Understudy: prompt, seed. Nothing was sent.',
  ],
  [
    'settings without a prompt',
    { tool: 'understudy', seed: 7, width: 512, height: 512, model: 'fox' },
    'Taken from a file of Understudy: seed, size. Nothing was sent. The file holds no prompt, so yours stays as it is. Left out, as no service here can use it: model.',
  ],
  [
    'the words as they were sent of a style that is not among the user’s',
    { tool: 'understudy', prompt: 'a fox', style: 'Noir', sent: { prompt: 'a fox, noir' } },
    'Taken from a file of Understudy: prompt. Nothing was sent. The style “Noir” is not among your styles as it was, so its words are in the prompt.',
  ],
  [
    'nothing that can be used',
    { tool: 'comfyui', model: 'fox.safetensors' },
    'Left out, as no service here can use it: model.',
  ],
])('%s', (_, made, sentence) => {
  const settings = takenSettings(made, SHIPPED_STYLES);
  expect(givenSentence(made, settings, { t: texts.say, together: texts.together })).toBe(sentence);
});
