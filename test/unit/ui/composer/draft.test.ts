import { describe, expect, test } from 'vitest';
import { findRequestProblem } from '../../../../src/generation/index.ts';
import {
  type Draft,
  fromRequest,
  parseDraft,
  toRequest as requestOf,
} from '../../../../src/ui/composer/draft.ts';

const empty = {
  prompt: '',
  style: 'none',
  shape: 'square',
  width: '1024',
  height: '1024',
  negativePrompt: '',
  seed: '',
  model: '',
  pictures: 1,
};
const drawSeed = () => 4711;

const toRequest = (draft: Draft, seed: () => number) => requestOf(draft, draft.prompt, seed);

describe('a stored draft', () => {
  test.each([undefined, null, 'text', 42, [], { prompt: 5, style: {}, seed: [], pictures: 9 }])(
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

  test.each(['square', 'portrait', 'landscape', 'tall', 'wide'])(
    'the shape %s is a size that is taken',
    (shape) =>
      expect(findRequestProblem(toRequest(parseDraft({ prompt: 'a fox', shape }), drawSeed))).toBeUndefined(),
  );

  test.each([
    ['832', '1216', undefined],
    ['', '1024', 'SIZE_INVALID'],
    ['830', '1024', 'SIZE_INVALID'],
    ['wide', '1024', 'SIZE_INVALID'],
    ['4096', '1024', 'SIZE_INVALID'],
  ])('an own size of %s × %s', (width, height, problem) => {
    const draft = parseDraft({ prompt: 'a fox', shape: 'own', width, height });
    expect(findRequestProblem(toRequest(draft, drawSeed))).toBe(problem);
  });

  test('comes back as it was', () => {
    const request = {
      prompt: 'a fox',
      style: 'photo' as const,
      width: 832,
      height: 1216,
      seed: 7,
      negativePrompt: 'fog',
      model: 'a/b',
    };
    expect(fromRequest(request).shape).toBe('portrait');
    expect(toRequest(fromRequest(request), drawSeed)).toEqual(request);
    const own = { ...request, width: 640, height: 512 };
    expect(toRequest(fromRequest(own), drawSeed)).toEqual(own);
  });
});
