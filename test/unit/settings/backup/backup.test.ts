import { describe, expect, test } from 'vitest';
import { type Backup, readBackup, writeBackup } from '../../../../src/settings/backup/backup.ts';
import { chosenValues, differencesOf, sourcesToTake } from '../../../../src/settings/backup/differences.ts';
import { seal, unseal } from '../../../../src/settings/backup/sealed-tokens.ts';
import { SHIPPED_STYLES } from '../../../../src/settings/presets/shipped-styles.ts';
import type { Style } from '../../../../src/settings/presets/style.ts';
import { DEFAULT_SETTINGS, KNOWN } from '../store-bench.ts';

const OWN = {
  id: 'own',
  name: 'Own',
  url: 'https://own.example',
  type: 'kohakuhub' as const,
  enabled: true,
  namespaces: ['me'],
};
const NOIR = { id: 'noir', name: '<script>', template: '{prompt}, film noir' };
const backup = {
  values: { primary: 'puter' as const, hub: { maxConcurrent: 3 } },
  sources: [OWN],
  styles: [NOIR],
};

describe('a settings file', () => {
  test('is read as it was written', () => {
    const text = writeBackup(backup, 0);
    expect(JSON.parse(text)).toMatchObject({ program: 'understudy', version: 2 });
    expect(readBackup(text, KNOWN)).toEqual({ backup, unreadable: false });
    expect(readBackup(`\ufeff${text}`, KNOWN)).toEqual({ backup, unreadable: false });
  });

  test('of version 1 is still read correctly', () => {
    const text = JSON.stringify({ program: 'understudy', version: 1, settings: { first: 'puter' } });
    expect(readBackup(text, KNOWN)).toEqual({ backup: { values: { primary: 'puter' } }, unreadable: false });
  });

  test.each([
    ['half a file', writeBackup(backup, 0).slice(0, 90), 'BACKUP_BROKEN'],
    ['nothing', '', 'BACKUP_BROKEN'],
    ['null', 'null', 'BACKUP_BROKEN'],
    ['a picture', '\u0089PNG', 'BACKUP_BROKEN'],
    ['another program’s', '{"version":1,"settings":{"theme":"dark"}}', 'BACKUP_FOREIGN'],
    ['a list', '[1,2]', 'BACKUP_FOREIGN'],
    ['no version', '{"program":"understudy","settings":{}}', 'BACKUP_FOREIGN'],
    ['a version that is no number', '{"program":"understudy","version":"2"}', 'BACKUP_FOREIGN'],
    [
      'a newer version',
      '{"program":"understudy","version":3,"settings":{"primary":"puter"}}',
      'BACKUP_NEWER',
    ],
  ])('%s is refused by name', (_, text, problem) => {
    expect(readBackup(text, KNOWN)).toEqual({ problem });
  });

  test('with a few bad fields gives the good ones, and says so', () => {
    const text = JSON.stringify({
      program: 'understudy',
      version: 2,
      settings: { primary: 'nobody', hub: { maxConcurrent: 99, timeoutMs: 5_000 }, __proto__: { x: 1 } },
      sources: [OWN, { id: 'x', url: 'javascript:alert(1)' }],
      styles: [NOIR, { id: 'bad' }],
      tokens: 'plain',
    });
    expect(readBackup(text, KNOWN)).toEqual({
      backup: { values: { hub: { timeoutMs: 5_000 } }, sources: [OWN], styles: [NOIR] },
      unreadable: true,
    });
  });

  test('with two styles of one id gives the first, and says so', () => {
    const styles = [NOIR, { ...NOIR, template: 'another {prompt}' }];
    expect(readBackup(writeBackup({ values: {}, styles }, 0), KNOWN)).toEqual({
      backup: { values: {}, styles: [NOIR] },
      unreadable: true,
    });
  });

  test('with 1,000 styles is read whole', () => {
    const styles = Array.from({ length: 1_000 }, (_, index) => ({ ...NOIR, id: `s${index}` }));
    expect(readBackup(writeBackup({ values: {}, styles }, 0), KNOWN)).toMatchObject({
      backup: { styles },
      unreadable: false,
    });
  });
});

describe('the entries of a list that a file would change', () => {
  const HUB = { ...OWN, namespaces: ['team'] };
  const now = (sources: (typeof OWN)[], styles: readonly Style[] = SHIPPED_STYLES) => ({
    settings: { ...DEFAULT_SETTINGS, sources },
    styles,
  });
  const entriesOf = (file: Backup, state: ReturnType<typeof now>) =>
    differencesOf(file, state).map(({ entries }) => entries);
  const nothing = { added: [], removed: [], changed: [], reordered: false };
  const named = { id: HUB.id, name: HUB.name, url: HUB.url };

  test('hubs that differ in what is not their name are told apart', () => {
    const file = { values: {}, sources: [{ ...HUB, enabled: false, namespaces: [] }] };
    expect(entriesOf(file, now([HUB]))).toEqual([
      { ...nothing, changed: [{ ...named, fields: ['enabled', 'namespaces'] }] },
    ]);
  });

  test('lists of styles of the same length are told apart, by name and field', () => {
    const [first, second] = [
      { id: 'a', name: 'A', template: '{prompt}' },
      { id: 'b', name: 'B', template: '{prompt}' },
    ];
    const file = { values: {}, styles: [second, { ...first, template: 'x {prompt}', model: 'm' }] };
    expect(entriesOf(file, now([HUB], [first, second]))).toEqual([
      { ...nothing, reordered: true, changed: [{ id: 'a', name: 'A', fields: ['template', 'model'] }] },
    ]);
    expect(entriesOf({ values: {}, styles: [second] }, now([HUB], [first]))).toEqual([
      { ...nothing, added: [{ id: 'b', name: 'B' }], removed: [{ id: 'a', name: 'A' }] },
    ]);
  });

  test('a hub at the same address is the same hub, whatever its id in the file, so that it keeps its token', () => {
    const file = { values: {}, sources: [{ ...HUB, id: 'elsewhere', name: 'Renamed' }] };
    expect(sourcesToTake(file, { sources: [HUB] })).toEqual([{ ...HUB, name: 'Renamed' }]);
    expect(entriesOf(file, now([HUB]))).toEqual([
      { ...nothing, changed: [{ ...named, name: 'Renamed', fields: ['name'] }] },
    ]);
  });
});

test('the changes of a file are listed, and some of them can be imported', () => {
  const now = { settings: DEFAULT_SETTINGS, styles: SHIPPED_STYLES };
  expect(differencesOf(backup, now)).toEqual([
    { part: 'primary', now: 'huggingface', inFile: 'puter' },
    { part: 'hub.maxConcurrent', now: 5, inFile: 3 },
    {
      part: 'sources',
      entries: {
        added: [{ id: OWN.id, name: 'Own', url: OWN.url }],
        removed: [{ id: 'huggingface', name: 'Hugging Face', url: 'https://huggingface.co' }],
        changed: [],
        reordered: false,
      },
    },
    { part: 'styles', entries: expect.objectContaining({ reordered: false }) },
  ]);
  expect(differencesOf({ values: { primary: 'huggingface' }, styles: [...SHIPPED_STYLES] }, now)).toEqual([]);
  expect(chosenValues(backup, ['hub.maxConcurrent', 'sources'])).toEqual({ hub: { maxConcurrent: 3 } });
});

describe('tokens behind a passphrase', () => {
  test('come back with it, and with no other', async () => {
    const sealed = await seal({ puter: 'secret-token' }, 'correct horse');
    expect(sealed.iterations).toBeGreaterThanOrEqual(600_000);
    expect(JSON.stringify(sealed)).not.toContain('secret-token');
    expect(await unseal(sealed, 'correct horse')).toEqual({ puter: 'secret-token' });
    expect(await unseal(sealed, 'correct house')).toBeUndefined();
  });

  test('that were changed since are refused, and so is anything else', async () => {
    const sealed = await seal({ a: 1 }, 'correct horse', 1_000);
    const flipped = sealed.data.startsWith('A') ? `B${sealed.data.slice(1)}` : `A${sealed.data.slice(1)}`;
    expect(await unseal({ ...sealed, data: flipped }, 'correct horse')).toBeUndefined();
    expect(await unseal({ ...sealed, salt: '***' }, 'correct horse')).toBeUndefined();
  });

  test('two files of the same tokens have nothing in common', async () => {
    const [one, other] = [
      await seal({ a: 1 }, 'correct horse', 1_000),
      await seal({ a: 1 }, 'correct horse', 1_000),
    ];
    expect(new Set([one.salt, other.salt, one.iv, other.iv, one.data, other.data]).size).toBe(6);
  });
});
