import { describe, expect, test } from 'vitest';
import type { SettingsView } from '../../../../../src/messages/index.ts';
import { canAskSources } from '../../../../../src/ui/lookup/finder/can-ask-sources.ts';
import { fileEntries, parentOf } from '../../../../../src/ui/lookup/finder/file-entries.ts';
import { looksLikeRepository } from '../../../../../src/ui/lookup/finder/looks-like-repository.ts';
import { asFileSize } from '../../../../../src/ui/words/file-size.ts';

describe('what may be one repository', () => {
  test.each(['owner/name', ' owner/name ', 'https://huggingface.co/owner/name', 'datasets/owner/name'])(
    '%s',
    (text) => expect(looksLikeRepository(text)).toBe(true),
  );
  test.each(['', 'flux', 'snow and / or rain', '/name'])('not %s', (text) =>
    expect(looksLikeRepository(text)).toBe(false),
  );
});

describe('whether there is anybody to ask', () => {
  const source = {
    id: 'a',
    name: 'A',
    url: 'https://a.example',
    type: 'kohakuhub',
    enabled: true,
    namespaces: [],
    allowed: true,
    locked: false,
  } as const;
  const settings = (enabled: boolean, ...sources: object[]) =>
    ({
      hub: { enabled },
      sources: sources.map((over) => ({ ...source, ...over })),
      allowed: { a: sources.every((over) => !('allowed' in over)) },
    }) as unknown as SettingsView;

  test('one source that is on and allowed is enough', () =>
    expect(canAskSources(settings(true, { enabled: false }, {}))).toBe(true));
  test.each([
    ['looking up is off', settings(false, {})],
    ['there is no source', settings(true)],
    ['every source is off or not allowed', settings(true, { enabled: false }, { allowed: false })],
  ])('nobody when %s', (_, view) => expect(canAskSources(view)).toBe(false));
});

describe('the files of a repository', () => {
  test('folders first, then files, by name', () => {
    const items = [
      { folder: false, path: 'b.json', size: 10 },
      { folder: true, path: 'vae' },
      { folder: false, path: 'a.json' },
    ];
    expect(fileEntries(items)).toEqual([
      { folder: true, path: 'vae', name: 'vae' },
      { folder: false, path: 'a.json', name: 'a.json' },
      { folder: false, path: 'b.json', name: 'b.json', size: 10 },
    ]);
  });

  test('a name that turns the direction of writing is shown as it is written', () => {
    const [entry] = fileEntries([{ folder: false, path: 'a/weights\u202egnp.exe' }]);
    expect(entry).toMatchObject({ path: 'a/weights\u202egnp.exe', name: 'weightsgnp.exe' });
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
