import { describe, expect, test } from 'vitest';
import { asFileSize } from '../../../../src/ui/popup/finder/file-size.ts';
import { looksLikeRepository } from '../../../../src/ui/popup/finder/looks-like-repository.ts';
import { fileEntries, parentOf } from '../../../../src/ui/popup/finder/tree-entries.ts';

describe('what may be one repository', () => {
  test.each(['owner/name', ' owner/name ', 'https://huggingface.co/owner/name', 'datasets/owner/name'])(
    '%s',
    (text) => expect(looksLikeRepository(text)).toBe(true),
  );
  test.each(['', 'flux', 'snow and / or rain', '/name'])('not %s', (text) =>
    expect(looksLikeRepository(text)).toBe(false),
  );
});

describe('the files of a repository', () => {
  test('folders first, by name; what cannot be read is left out', () => {
    const items = [
      { type: 'file', path: 'b.json', size: 10 },
      { type: 'directory', path: 'vae', size: 0 },
      { type: 'file', path: 'a.json', size: 'large' },
      { path: 'no type' },
      {},
    ];
    expect(fileEntries(items)).toEqual([
      { folder: true, path: 'vae', name: 'vae', size: 0 },
      { folder: false, path: 'a.json', name: 'a.json' },
      { folder: false, path: 'b.json', name: 'b.json', size: 10 },
    ]);
  });

  test('the way up ends at the root', () => {
    expect(parentOf('a/b/c')).toBe('a/b');
    expect(parentOf('a')).toBe('');
  });

  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [980, '980 bytes'],
    [1_234, '1.2 kB'],
    [23_800_000_000, '24 GB'],
  ])('%d bytes are %s', (bytes, text) => expect(asFileSize(bytes, 'en')).toBe(text));
});
