import { expect, test } from 'vitest';
import { asGalleryChanged } from '../../../src/messages/index.ts';

const name = 'galleryChanged';

test('takes a change as it was sent', () => {
  const change = { what: 'favourite', ids: ['a'], favourite: false };
  expect(asGalleryChanged({ name, change })).toEqual({ name, change });
});

test.each([
  undefined,
  null,
  'gone',
  { what: 'gone' },
  { what: 'gone', ids: [1] },
  { what: 'swapped', ids: ['a'] },
  { what: 'favourite', ids: ['a'] },
])('a change that is none (%j) has all read again', (change) => {
  expect(asGalleryChanged({ name, change })).toEqual({ name });
});

test.each([undefined, null, 'galleryChanged', { name: 'settingsChanged' }])(
  '%j is another message',
  (message) => {
    expect(asGalleryChanged(message)).toBeUndefined();
  },
);
