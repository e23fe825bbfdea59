import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeVersion } from '../../release/write-version.ts';

let root = '';
const read = (name: string) => readFile(join(root, name), 'utf8');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'understudy-release-'));
  await writeFile(join(root, 'package.json'), '{ "name": "understudy", "version": "0.1.0" }');
  await writeFile(
    join(root, 'package-lock.json'),
    '{ "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "node_modules/x": { "version": "0.1.0" } } }',
  );
  await writeFile(
    join(root, 'CHANGELOG.md'),
    '# Changelog\n\n## Coming\n\n- New.\n\n## 0.0.9, 2026-01-02\n\n- Old.\n',
  );
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('the next version stands in all three files, and what was coming has a date', async () => {
  expect(await writeVersion(root, 'minor', '2026-11-26')).toBe('0.2.0');
  expect(JSON.parse(await read('package.json'))).toEqual({ name: 'understudy', version: '0.2.0' });
  expect(JSON.parse(await read('package-lock.json'))).toEqual({
    version: '0.2.0',
    packages: { '': { version: '0.2.0' }, 'node_modules/x': { version: '0.1.0' } },
  });
  expect(await read('CHANGELOG.md')).toBe(
    '# Changelog\n\n## Coming\n\n## 0.2.0, 2026-11-26\n\n- New.\n\n## 0.0.9, 2026-01-02\n\n- Old.\n',
  );
});

test('a release that says nothing is refused, and nothing is written', async () => {
  await writeFile(join(root, 'CHANGELOG.md'), '# Changelog\n\n## Coming\n\n## 0.0.9, 2026-01-02\n\n- Old.\n');
  await expect(writeVersion(root, 'patch', '2026-11-26')).rejects.toThrow('says nothing under "## Coming"');
  expect(await read('package.json')).toContain('0.1.0');
});

test('the changelog of this tree has the place where a release begins', async () => {
  expect(await readFile('CHANGELOG.md', 'utf8')).toMatch(/^## Coming\n/m);
});
