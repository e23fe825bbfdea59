import { expect, test } from 'vitest';
import { parseNotice, withMore } from '../../../src/gallery/notices.ts';

test('what happened adds up until it was read; what is none begins anew', () => {
  expect(withMore({ pictures: 3, at: 1 }, 2, 9)).toEqual({ pictures: 5, at: 9 });
  expect(withMore('broken', 2, 9)).toEqual({ pictures: 2, at: 9 });
});

test.each([undefined, null, 'x', {}, { pictures: 0, at: 1 }, { pictures: 1.5, at: 1 }, { pictures: 1 }])(
  '%j is no notice',
  (value) => expect(parseNotice(value)).toBeUndefined(),
);
