import { describe, expect, test } from 'vitest';
import { takenSettings } from '../../../../src/ui/composer/taken-settings.ts';

describe('the settings of a picture’s file', () => {
  test('of our own: all of them come back', () => {
    const { patch, taken, left } = takenSettings({
      tool: 'understudy',
      prompt: 'a red fox',
      negativePrompt: 'blurry',
      style: 'watercolor',
      seed: 7,
      width: 832,
      height: 1216,
      model: 'acme/fox',
    });
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
    const { patch, taken, left } = takenSettings({
      tool: 'comfyui',
      prompt: 'a red fox',
      seed: 875_797_394_946_022,
      width: 511,
      height: 511,
      model: 'revAnimated_v122.safetensors',
    });
    expect(taken).toEqual(['prompt']);
    expect(left).toEqual(['seed', 'size', 'model']);
    expect(patch).toEqual({ prompt: 'a red fox', negativePrompt: '', style: 'none', seed: '' });
  });

  test('words and seed from before do not stay beside the new ones', () => {
    const { patch, taken } = takenSettings({ tool: 'a1111', prompt: 'a red fox' });
    expect(patch).toMatchObject({ negativePrompt: '', seed: '', style: 'none' });
    expect(taken).toEqual(['prompt']);
  });

  test('of a file without a prompt: what it names comes back, the words from before stay', () => {
    const ours = takenSettings({ tool: 'understudy', seed: 7, width: 832, height: 1216, model: 'acme/fox' });
    expect(Object.keys(ours.patch).sort()).toEqual(['height', 'model', 'seed', 'shape', 'width']);
    expect(ours.taken).toEqual(['seed', 'size', 'model']);
    const words = takenSettings({ tool: 'a1111', negativePrompt: 'blurry', style: 'watercolor' });
    expect(words.patch).toEqual({ negativePrompt: 'blurry', style: 'watercolor' });
    expect(takenSettings({ tool: 'comfyui', seed: 875_797_394_946_022 })).toEqual({
      ...{ patch: {}, taken: [], left: ['seed'] },
    });
  });

  test('braces of another tool’s words stay words: nothing is picked from them', () => {
    const { patch } = takenSettings({ tool: 'a1111', prompt: 'a {red|blue} fox, (snow:1.2)\nin two lines' });
    expect(patch.prompt).not.toBe('a {red|blue} fox, (snow:1.2)\nin two lines');
    expect(patch.prompt).toContain('\nin two lines');
  });
});
