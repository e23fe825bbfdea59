import { expect, test } from 'vitest';
import { wordsBehind } from '../../../../src/background/selection/words-behind.ts';

test.each([
  ['a red fox', 'a red fox'],
  ['', ''],
  // What Chromium tells of the keyword with four blanks behind it.
  ['understudy    ', ''],
  // And of the keyword typed twice: somebody wants a picture of it.
  ['understudy', 'understudy'],
  ['understudy on a stage', 'understudy on a stage'],
  ['understudying ', 'understudying '],
])('%j is %j', (typed, words) => {
  expect(wordsBehind('understudy', typed)).toBe(words);
});
