import { describe, expect, test } from 'vitest';
import {
  applyStyle,
  cleanPrompt,
  findRequestProblem,
  isModelId,
  STYLE_PRESETS,
} from '../../../src/generation/index.ts';

const problem = (more: object) => findRequestProblem({ prompt: 'a fox', style: 'none', ...more });

describe('findRequestProblem', () => {
  test('a plain prompt is fine', () => expect(problem({})).toBeUndefined());
  test.each(['', '   ', '\n\t', '\u0000\u0007'])('nothing to draw: %j', (prompt) =>
    expect(problem({ prompt })).toBe('PROMPT_EMPTY'),
  );
  test('4,000 characters are fine, 4,001 are not', () => {
    expect(problem({ prompt: 'x'.repeat(4000) })).toBeUndefined();
    expect(problem({ prompt: 'x'.repeat(4001) })).toBe('PROMPT_TOO_LONG');
  });
  test.each(['🦊'.repeat(300), 'ثعلب أحمر في الثلج', 'line\nbreaks\tand tabs'])('is fine: %j', (prompt) =>
    expect(problem({ prompt })).toBeUndefined(),
  );
  test.each([{ width: 100 }, { height: 7 }, { width: 4096 }, { width: Number.NaN }])('no size: %j', (size) =>
    expect(problem(size)).toBe('SIZE_INVALID'),
  );
  test.each([
    [56, 'SIZE_INVALID'],
    [64, undefined],
    [2048, undefined],
    [2056, 'SIZE_INVALID'],
  ])('%d pixels: %s', (pixels, expected) => {
    expect(problem({ width: pixels })).toBe(expected);
    expect(problem({ height: pixels })).toBe(expected);
  });
  test.each([-1, 1.5, 2 ** 32, Number.NaN])('no seed: %d', (seed) =>
    expect(problem({ seed })).toBe('SEED_INVALID'),
  );
  test('the largest seed', () => expect(problem({ seed: 2 ** 32 - 1 })).toBeUndefined());
  test('a model id that is a URL', () =>
    expect(problem({ model: 'https://huggingface.co/a/b' })).toBe('MODEL_INVALID'));
});

describe('isModelId', () => {
  test.each(['owner/name', 'gpt2', 'black-forest-labs/FLUX.1-schnell', 'a_b/c-d.e'])('%s', (id) =>
    expect(isModelId(id)).toBe(true),
  );
  test.each(['', 'a/b/c', '../x', 'a/..', 'a b/c', 'a?b', 'a#b', '/a', 'a/', 'ä/b', 'a/b..c'])(
    'not %j',
    (id) => expect(isModelId(id)).toBe(false),
  );
});

test('control characters go, line breaks stay', () =>
  expect(cleanPrompt(' a\u0000 fox\nin\tsnow\u009f ')).toBe('a fox\nin\tsnow'));

test.each([
  ['a cat \ud83d', 'a cat'],
  ['\udc00a cat', 'a cat'],
  ['a 🦊\ud83d\ud83d cat', 'a 🦊 cat'],
  ['a\r\ncat\r', 'a\ncat'],
  ['👩‍🚀 e\u0301', '👩‍🚀 e\u0301'],
])('half characters go, whole ones stay: %j', (text, clean) => expect(cleanPrompt(text)).toBe(clean));

test.each([
  ['a red fox', 'a red fox, photograph'],
  ['a red fox,', 'a red fox, photograph'],
  ['a red fox , ', 'a red fox, photograph'],
  ['a red fox.', 'a red fox, photograph'],
  ['a red fox;', 'a red fox, photograph'],
  ['赤い狐、', '赤い狐, photograph'],
])('one separator before a style: %j', (prompt, start) =>
  expect(applyStyle(prompt, 'photo').startsWith(`${start}, natural`)).toBe(true),
);
test('without a style the prompt is as it was typed', () =>
  expect(applyStyle('a red fox,', 'none')).toBe('a red fox,'));

test('every style keeps the prompt word for word, dollar signs too', () => {
  for (const style of STYLE_PRESETS) expect(applyStyle("costs $& $1 $'", style)).toContain("costs $& $1 $'");
});
