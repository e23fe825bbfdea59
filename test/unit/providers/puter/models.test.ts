import { describe, expect, test } from 'vitest';
import { DEFAULT_MODEL, isSameModel, warningsFor } from '../../../../src/providers/puter/models.ts';
import { PLAIN } from './stand-in.ts';

describe('one model under several names', () => {
  test.each([
    ['black-forest-labs/FLUX.1-schnell', DEFAULT_MODEL],
    ['FLUX.1-schnell', DEFAULT_MODEL],
    ['black-forest-labs/FLUX.1-schnell', 'flux-schnell'],
    ['black-forest-labs/FLUX.1-schnell', 'flux-1-schnell'],
    ['black-forest-labs/FLUX.1-schnell', 'togetherai:black-forest-labs/FLUX.1-schnell'],
    ['black-forest-labs/FLUX.1-schnell', 'replicate:black-forest-labs/flux-schnell'],
    ['black-forest-labs/FLUX.1-schnell', '@cf/black-forest-labs/flux-1-schnell'],
    ['black-forest-labs/FLUX.1-schnell', 'workers-ai:black-forest-labs/flux.1-schnell'],
    ['openai/gpt-image-1', 'gpt-image-1'],
  ])('%s is %s', (one, other) => {
    expect(isSameModel(one, other)).toBe(true);
    expect(isSameModel(other, one)).toBe(true);
  });

  test.each([
    ['black-forest-labs/FLUX.1-dev', DEFAULT_MODEL],
    ['someone/FLUX.1-schnell', DEFAULT_MODEL],
    ['someone/FLUX.1-schnell', 'flux-schnell'],
    ['black-forest-labs/FLUX.1-schnell-Free', DEFAULT_MODEL],
    ['black-forest-labs/FLUX.2-schnell', 'flux-schnell'],
    ['black-forest-labs/FLUX.1.1-pro', 'black-forest-labs/FLUX.1-pro'],
  ])('%s is not %s', (one, other) => {
    expect(isSameModel(one, other)).toBe(false);
  });
});

describe('what is left out of account', () => {
  const everything = { ...PLAIN, width: 768, height: 512, seed: 0, negativePrompt: 'a dog' };
  const codes = (model: string, options = everything) => warningsFor(model, options).map(({ code }) => code);

  test('at Together, only what the model itself has no use for', () => {
    expect(codes(DEFAULT_MODEL)).toEqual(['negative-prompt-ignored']);
    expect(codes('stabilityai/stable-diffusion-xl')).toEqual([]);
  });
  test.each(['flux-schnell', 'black-forest-labs/flux-schnell', 'flux-1-schnell', 'replicate:a/b'])(
    'size and negative prompt at Replicate: %s',
    (model) => expect(codes(model)).toEqual(['size-ignored', 'negative-prompt-ignored']),
  );
  test.each([
    'gpt-image-1-mini',
    'openai:openai/gpt-image-1',
    'gemini-2.5-flash-image',
    'grok-imagine-image',
  ])('the seed too: %s', (model) =>
    expect(codes(model)).toEqual(['seed-ignored', 'size-ignored', 'negative-prompt-ignored']),
  );
  test('no warning for what was not asked for', () => {
    expect(
      codes('flux-schnell', { ...PLAIN, width: 1024, height: 1024, negativePrompt: '' } as typeof everything),
    ).toEqual([]);
  });
});
