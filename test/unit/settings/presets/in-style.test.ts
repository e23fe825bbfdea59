import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  generationRequest,
  STYLE_PRESETS,
  STYLE_TEMPLATES,
  sentWords,
  styleUsed,
  toGenerationOptions,
} from '../../../../src/generation/index.ts';
import { inStyle, SHIPPED_STYLES, withSizeAndModel } from '../../../../src/settings/index.ts';

const NOIR = { id: 'own-1', name: 'Noir', template: '{prompt}, film noir', negativePrompt: 'colour' };
const typed = { prompt: 'a fox', style: 'none' as const, negativePrompt: 'text' };

describe('a request in a style', () => {
  test.each(SHIPPED_STYLES)(
    '$id, as shipped: typed words stay, the style is known, the template is sent',
    (style) => {
      const request = inStyle(typed, style.id, SHIPPED_STYLES);
      expect(request).toMatchObject({ prompt: 'a fox', negativePrompt: 'text' });
      expect(styleUsed(request)).toMatchObject({ id: style.id });
      expect(sentWords(request).prompt).toBe(style.template.replace('{prompt}', 'a fox'));
    },
  );

  test('the presets of everybody stay names, which providers are told', () => {
    for (const style of STYLE_PRESETS.filter((one) => one !== 'none')) {
      const request = inStyle(typed, style, SHIPPED_STYLES);
      expect(request).toEqual({ ...typed, style });
      expect(toGenerationOptions(request, new AbortController().signal).style).toBe(style);
    }
  });

  test('one that was changed, or called something else, is the user’s own', () => {
    const changed = { id: 'photo', template: '{prompt}, my photo' };
    expect(inStyle(typed, 'photo', [changed]).ownStyle).toEqual(changed);
    const renamed = { id: 'photo', name: 'Mine', template: STYLE_TEMPLATES.photo };
    expect(styleUsed(inStyle(typed, 'photo', [renamed]))).toMatchObject({ id: 'photo', name: 'Mine' });
  });

  test('takes the place of the one before; one that is gone leaves none', () => {
    const before = inStyle(typed, 'own-1', [NOIR]);
    expect(inStyle(before, 'photo', SHIPPED_STYLES)).toEqual({ ...typed, style: 'photo' });
    expect(inStyle(before, 'gone', SHIPPED_STYLES)).toEqual(typed);
  });

  test('providers get what is sent, and nothing of how it came to be', () => {
    const options = toGenerationOptions(inStyle(typed, 'own-1', [NOIR]), new AbortController().signal);
    expect(options).toMatchObject({ style: 'none', negativePrompt: 'text, colour' });
    expect(options).not.toHaveProperty('ownStyle');
  });

  test('any words and any template: a message takes it, and each slot holds the words once', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (before, behind, prompt) => {
        const template = `${before}{prompt}${behind}`;
        const request = inStyle({ prompt, style: 'none' }, 'own', [{ id: 'own', name: 'Own', template }]);
        expect(request.prompt).toBe(prompt);
        expect(generationRequest.safeParse(request).success).toBe(true);
        expect(sentWords(request).prompt.startsWith(before)).toBe(true);
        expect(sentWords(request).prompt.endsWith(behind)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  { id: 'own', template: 'without its slot' },
  { id: '', template: '{prompt}' },
  { id: 'own', template: '{prompt}', run: 'alert(1)' },
  { id: 'own', template: `{prompt}${'x'.repeat(30_000)}` },
  'noir',
])('%#: what is no style is refused where a page sends it', (ownStyle) => {
  expect(generationRequest.safeParse({ prompt: 'a fox', style: 'none', ownStyle }).success).toBe(false);
});

test('size and model of a style, each where the request has none', () => {
  const style = { width: 512, height: 768, model: 'acme/fox' };
  expect(withSizeAndModel(typed, style)).toEqual({ ...typed, ...style });
  const sized = { ...typed, width: 64, height: 64, model: 'acme/owl' };
  expect(withSizeAndModel(sized, style)).toEqual(sized);
});
