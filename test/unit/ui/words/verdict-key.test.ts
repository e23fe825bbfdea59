import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verdictKey } from '../../../../src/ui/words/verdict-key.ts';

test('as the verdict is called, in letters a locale knows', () => {
  expect(verdictKey({ verdict: 'token-rejected', status: 401 })).toBe('token_rejected');
  expect(verdictKey({ verdict: 'unreachable' })).toBe('unreachable');
});

test('a source that answers 5xx is not called unreachable', () => {
  expect(verdictKey({ verdict: 'unreachable', status: 503 })).toBe('out_of_order');
  expect(verdictKey({ verdict: 'unreachable', status: 200 })).toBe('unreachable');
  expect(verdictKey({ verdict: 'invalid', status: 500 })).toBe('invalid');
});

test('the chain and the popup have words for the same answers', () => {
  const keys = Object.keys(JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')));
  const answersOf = (page: string) =>
    keys.flatMap((key) => (key.startsWith(`${page}_verdict_`) ? key.slice(`${page}_verdict_`.length) : []));
  // The popup also says of a source that it is not allowed, and for how long it rests.
  const own = ['not_allowed', 'resting'];
  const inPopup = answersOf('popup').filter((answer) => !own.includes(answer));
  expect(inPopup.toSorted()).toEqual(answersOf('chain').toSorted());
});
