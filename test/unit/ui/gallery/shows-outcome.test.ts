import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { showsOutcome } from '../../../../src/ui/gallery/shows-outcome.ts';

const asked = { name: 'showing', jobId: 'one', status: 'succeeded' } as const;

function ask({ openId = undefined as string | undefined, comparing = false, inSight = ['one'], ...more }) {
  const view = { openId: signal(openId), comparing: signal(comparing) };
  return showsOutcome({ ...asked, ...more }, view, (id) => inSight.includes(id));
}

test('a gallery shows a picture that is open, or whose tile is in sight', () => {
  expect(ask({})).toBe(true);
  expect(ask({ openId: 'one', inSight: [] })).toBe(true);
  expect(ask({ inSight: [] })).toBe(false);
  expect(ask({ openId: 'two' })).toBe(false);
  expect(ask({ comparing: true })).toBe(false);
});

test.each(['failed', 'interrupted'])('a gallery never shows one that %s', (status) => {
  expect(ask({ status })).toBe(false);
});
