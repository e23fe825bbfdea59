import { describe, expect, test } from 'vitest';
import { SHIPPED_STYLES } from '../../../../src/settings/index.ts';
import { takenSettings } from '../../../../src/ui/composer/taken-settings.ts';

describe('the settings of a picture’s file', () => {
  test('of our own: all of them come back', () => {
    const { patch, taken, left } = takenSettings(
      {
        tool: 'understudy',
        prompt: 'a red fox',
        negativePrompt: 'blurry',
        style: 'watercolor',
        seed: 7,
        width: 832,
        height: 1216,
        model: 'acme/fox',
      },
      SHIPPED_STYLES,
    );
    expect(patch).toMatchObject({
      prompt: 'a red fox',
      negativePrompt: 'blurry',
      style: 'watercolor',
      seed: '7',
      width: '832',
      height: '1216',
      model: 'acme/fox',
    });
    expect(taken).toEqual(['prompt', 'negativePrompt', 'style', 'seed', 'size', 'model']);
    expect(left).toEqual([]);
  });

  test('what no service here can use stays out and is named; the draft keeps its size and model', () => {
    const { patch, taken, left } = takenSettings(
      {
        tool: 'comfyui',
        prompt: 'a red fox',
        seed: 875_797_394_946_022,
        width: 511,
        height: 511,
        model: 'revAnimated_v122.safetensors',
      },
      SHIPPED_STYLES,
    );
    expect(taken).toEqual(['prompt']);
    expect(left).toEqual(['seed', 'size', 'model']);
    expect(patch).toEqual({ prompt: 'a red fox', negativePrompt: '', style: 'none', seed: '' });
  });

  test('words and seed from before do not stay beside the new ones', () => {
    const { patch, taken } = takenSettings({ tool: 'a1111', prompt: 'a red fox' }, SHIPPED_STYLES);
    expect(patch).toMatchObject({ negativePrompt: '', seed: '', style: 'none' });
    expect(taken).toEqual(['prompt']);
  });

  test('of a file without a prompt: what it names comes back, the words from before stay', () => {
    const ours = takenSettings(
      { tool: 'understudy', seed: 7, width: 832, height: 1216, model: 'acme/fox' },
      SHIPPED_STYLES,
    );
    expect(Object.keys(ours.patch).sort()).toEqual(['height', 'model', 'seed', 'shape', 'width']);
    expect(ours.taken).toEqual(['seed', 'size', 'model']);
    const words = takenSettings(
      { tool: 'a1111', negativePrompt: 'blurry', style: 'watercolor' },
      SHIPPED_STYLES,
    );
    expect(words.patch).toEqual({ negativePrompt: 'blurry', style: 'watercolor' });
    expect(takenSettings({ tool: 'comfyui', seed: 875_797_394_946_022 }, SHIPPED_STYLES)).toEqual({
      ...{ patch: {}, taken: [], left: ['seed'] },
    });
  });

  test('braces of another tool’s words stay words: nothing is picked from them', () => {
    const { patch } = takenSettings(
      { tool: 'a1111', prompt: 'a {red|blue} fox, (snow:1.2)\nin two lines' },
      SHIPPED_STYLES,
    );
    expect(patch.prompt).not.toBe('a {red|blue} fox, (snow:1.2)\nin two lines');
    expect(patch.prompt).toContain('\nin two lines');
  });
});

describe('a file that was made in a style of somebody’s own', () => {
  const noir = { id: 'own-1', name: 'Noir', template: '{prompt}, noir', negativePrompt: 'colour' };
  const made = {
    tool: 'understudy' as const,
    prompt: 'a fox',
    negativePrompt: 'text',
    style: 'Noir',
    sent: { prompt: 'a fox, noir', negativePrompt: 'text, colour' },
  };

  test('has the words as typed where the user has that style', () => {
    const { patch, taken, styleInWords } = takenSettings(made, [...SHIPPED_STYLES, noir]);
    expect(patch).toMatchObject({ prompt: 'a fox', style: 'own-1', negativePrompt: 'text' });
    expect(taken).toContain('style');
    expect(styleInWords).toBeUndefined();
  });

  test.each([
    ['has none', SHIPPED_STYLES],
    ['has another of that name', [{ ...noir, template: '{prompt}, something else' }]],
  ])('has the words as sent where the user %s', (_, styles) => {
    const { patch, taken, left, styleInWords } = takenSettings(made, styles);
    expect(patch).toMatchObject({ prompt: 'a fox, noir', style: 'none', negativePrompt: 'text, colour' });
    expect([taken, left]).toEqual([['prompt', 'negativePrompt'], []]);
    expect(styleInWords).toBe('Noir');
  });
});
