import { describe, expect, test } from 'vitest';
import { findRequestProblem, sentWords } from '../../../../src/generation/index.ts';
import {
  type Draft,
  fromRequest,
  parseDraft,
  toRequest as requestOf,
} from '../../../../src/ui/composer/draft.ts';

const empty = {
  prompt: '',
  quote: '',
  quoteShortened: false,
  quotePage: '',
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
    expect(parseDraft({ prompt: 'a fox', style: 5, shape: 'wide', seed: 7 })).toEqual({
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

describe('a draft in a style', () => {
  const styles = [
    { id: 'noir', name: 'Noir', template: 'film still of {prompt}, noir', negativePrompt: 'colour' },
    { id: 'photo', template: '{prompt}, photograph, natural light, sharp focus, high detail' },
    { id: 'anime', template: '{prompt}, my own anime' },
  ];
  const inStyle = (style: string, more: object = {}) =>
    requestOf(parseDraft({ prompt: 'a fox', style, ...more }), 'a fox', drawSeed, styles);

  test('of the user’s own keeps the words as they were typed, and the style as it is now beside them', () => {
    const request = inStyle('noir', { negativePrompt: 'text' });
    expect(request).toMatchObject({
      prompt: 'a fox',
      negativePrompt: 'text',
      style: 'none',
      ownStyle: {
        id: 'noir',
        name: 'Noir',
        template: 'film still of {prompt}, noir',
        negativePrompt: 'colour',
      },
    });
    expect(sentWords(request)).toEqual({
      prompt: 'film still of a fox, noir',
      negativePrompt: 'text, colour',
    });
  });

  test('has the size and the model that the composer shows, and no others', () => {
    const big = [{ id: 'noir', template: '{prompt}, noir', width: 512, height: 768, model: 'acme/fox' }];
    const request = requestOf(parseDraft({ prompt: 'a fox', style: 'noir' }), 'a fox', drawSeed, big);
    expect(request).toMatchObject({ width: 1024, height: 1024 });
    expect(request).not.toHaveProperty('model');
  });

  test('that everybody has keeps its name, until the user changes what it adds', () => {
    expect(inStyle('photo')).toMatchObject({ prompt: 'a fox', style: 'photo' });
    expect(inStyle('anime')).toMatchObject({ prompt: 'a fox', style: 'none', ownStyle: { id: 'anime' } });
    expect(sentWords(inStyle('anime')).prompt).toBe('a fox, my own anime');
  });

  test('that was deleted adds nothing', () => {
    expect(inStyle('gone')).toMatchObject({ prompt: 'a fox', style: 'none' });
  });

  test('has the selected text before the prompt, as one subject', () => {
    expect(sentWords(inStyle('noir', { quote: 'In the wood {a|b}' })).prompt).toBe(
      'film still of In the wood {a|b}\na fox, noir',
    );
    expect(requestOf(parseDraft({ quote: 'In the wood' }), '', drawSeed).prompt).toBe('In the wood');
  });
});
