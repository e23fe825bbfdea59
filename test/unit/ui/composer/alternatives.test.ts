import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTyped, hasAlternatives, pickAlternatives } from '../../../../src/ui/composer/alternatives.ts';

const first = () => 0;
const last = (count: number) => count - 1;

describe('a prompt with alternatives', () => {
  test.each([
    ['a {red|blue} fox', 'a red fox', 'a blue fox'],
    ['{a|the} {red|dark blue} fox', 'a red fox', 'the dark blue fox'],
    ['a {red|} fox', 'a red fox', 'a  fox'],
    ['a \\{red\\|blue\\} fox', 'a {red|blue} fox', 'a {red|blue} fox'],
    ['{a\\|b|c}', 'a|b', 'c'],
    ['{one} brace { and | no more', '{one} brace { and | no more', '{one} brace { and | no more'],
    ['{{a|b}|c}', '{a|c}', '{b|c}'],
  ])('%s', (typed, one, other) => {
    expect(pickAlternatives(typed, first)).toBe(one);
    expect(pickAlternatives(typed, last)).toBe(other);
  });

  test('is recognised', () => {
    expect(hasAlternatives('a {red|blue} fox')).toBe(true);
    expect(hasAlternatives('a \\{ fox')).toBe(true);
    expect(hasAlternatives('a {red} fox | 1')).toBe(false);
  });

  test('what was sent, typed again, is sent as it was', () => {
    const prompts = fc.stringMatching(/^[ab{}|\\]{0,12}$/);
    fc.assert(
      fc.property(prompts, (typed) => {
        const sent = pickAlternatives(typed, first);
        expect(pickAlternatives(asTyped(sent), last)).toBe(sent);
      }),
      { numRuns: 500 },
    );
  });
});
