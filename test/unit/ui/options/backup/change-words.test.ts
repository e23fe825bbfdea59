import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROWS } from '../../../../../src/settings/rows.ts';
import { nameKey } from '../../../../../src/ui/options/backup/change-words.ts';

const english = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as object;

test.each([...ROWS.map(({ name }) => name), 'sources', 'styles', 'tokens'] as const)(
  '%s has a name',
  (part) => {
    expect(english).toHaveProperty(nameKey(part));
  },
);

test('no two parts have the same name, but for the one that says which service', () => {
  const keys = ROWS.map(({ name }) => nameKey(name)).filter((key) => key !== 'options_backup_enabled');
  expect(new Set(keys).size).toBe(keys.length);
});
