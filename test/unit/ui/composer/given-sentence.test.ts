import { expect, test } from 'vitest';
import messages from '../../../../public/_locales/en/messages.json' with { type: 'json' };
import type { MadeWith } from '../../../../src/gallery/index.ts';
import { givenSentence } from '../../../../src/ui/composer/given-sentence.ts';
import { takenSettings } from '../../../../src/ui/composer/taken-settings.ts';

const say = (key: string, ...values: string[]) =>
  values.reduce(
    (text, value, place) => text.replace(`$${place + 1}`, value),
    (messages as Record<string, { message: string }>)[key]?.message ?? key,
  );

test.each<[string, MadeWith, string]>([
  [
    'all of it',
    { tool: 'understudy', prompt: 'a fox', seed: 7 },
    'Taken from a file of Understudy: prompt and seed. Nothing was sent.',
  ],
  [
    'settings without a prompt',
    { tool: 'understudy', seed: 7, width: 512, height: 512, model: 'fox' },
    'Taken from a file of Understudy: seed and size. Nothing was sent. The file holds no prompt, so yours stays as it is. Left out, as no service here can use it: model.',
  ],
  [
    'nothing that can be used',
    { tool: 'comfyui', model: 'fox.safetensors' },
    'Left out, as no service here can use it: model.',
  ],
])('%s', (_, made, sentence) => {
  expect(givenSentence(made, takenSettings(made), say, 'en')).toBe(sentence);
});
