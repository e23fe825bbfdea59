import { expect, test } from 'vitest';
import { recall, recentPrompts } from '../../../../src/ui/composer/recent-prompts.ts';
import { aJob } from '../popup/job.ts';

test('each prompt once, newest first', () => {
  const jobs = ['b', 'a', 'b'].map((prompt) => aJob({ request: { prompt, style: 'none' } }));
  expect(recentPrompts(jobs)).toEqual(['b', 'a']);
});

test.each([
  ['', 1, 'new'],
  ['new', 1, 'old'],
  ['old', 1, undefined],
  ['old', -1, 'new'],
  ['new', -1, ''],
  ['typed', 1, undefined],
] as const)('from “%s” by %d', (text, step, expected) => {
  expect(recall(['new', 'old'], text, step)).toBe(expected);
});
