import { describe, expect, test } from 'vitest';
import { findRequestProblem } from '../../../../src/generation/index.ts';
import { parseDraft, toRequest } from '../../../../src/ui/composer/draft.ts';

const empty = { prompt: '', style: 'none', shape: 'square', negativePrompt: '', seed: '', model: '' };
const drawSeed = () => 4711;

describe('a stored draft', () => {
  test.each([undefined, null, 'text', 42, [], { prompt: 5, style: {}, seed: [] }])(
    '%j is as if empty',
    (stored) => expect(parseDraft(stored)).toEqual(empty),
  );

  test('what can be read of it is kept', () => {
    expect(parseDraft({ prompt: 'a fox', style: 'no such style', shape: 'wide', seed: 7 })).toEqual({
      ...empty,
      prompt: 'a fox',
      shape: 'wide',
    });
  });
});

describe('a draft as a request', () => {
  test('has the pixels of its shape and a seed that is known', () => {
    expect(toRequest(parseDraft({ prompt: 'a fox', shape: 'portrait' }), drawSeed)).toEqual({
      prompt: 'a fox',
      style: 'none',
      width: 832,
      height: 1216,
      seed: 4711,
    });
  });

  test('takes what was typed', () => {
    const draft = parseDraft({ prompt: 'a fox', seed: ' 42 ', model: ' a/b ', negativePrompt: ' text ' });
    expect(toRequest(draft, drawSeed)).toMatchObject({ seed: 42, model: 'a/b', negativePrompt: 'text' });
  });

  test.each(['abc', '1.5', '-2', '4294967296', '1e3', '99999999999'])(
    'the seed %s is named as wrong',
    (seed) =>
      expect(findRequestProblem(toRequest(parseDraft({ prompt: 'a fox', seed }), drawSeed))).toBe(
        'SEED_INVALID',
      ),
  );

  test.each(['', ' ', '-1'])('the seed %j is drawn', (seed) =>
    expect(toRequest(parseDraft({ prompt: 'a fox', seed }), drawSeed).seed).toBe(drawSeed()),
  );

  test.each(['square', 'portrait', 'landscape', 'wide'])('the shape %s is a size that is taken', (shape) =>
    expect(findRequestProblem(toRequest(parseDraft({ prompt: 'a fox', shape }), drawSeed))).toBeUndefined(),
  );
});
