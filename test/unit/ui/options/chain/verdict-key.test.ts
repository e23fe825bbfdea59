import { expect, test } from 'vitest';
import { verdictKey } from '../../../../../src/ui/options/chain/verdict-key.ts';

test('as the verdict is called, in letters a locale knows', () => {
  expect(verdictKey({ source: 'lab', verdict: 'token-rejected', status: 401 })).toBe('token_rejected');
  expect(verdictKey({ source: 'lab', verdict: 'unreachable' })).toBe('unreachable');
});

test('who answers with a fault of its own did answer', () => {
  expect(verdictKey({ source: 'lab', verdict: 'unreachable', status: 503 })).toBe('out_of_order');
  expect(verdictKey({ source: 'lab', verdict: 'unreachable', status: 200 })).toBe('unreachable');
  expect(verdictKey({ source: 'lab', verdict: 'invalid', status: 500 })).toBe('invalid');
});
