// @vitest-environment node
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPackagesOfBuild } from '../../../../src/licences/build/packages-of-build.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'licences-'));
});
afterAll(() => rm(root, { recursive: true }));

/** The files that a build of one entry writes. */
async function built(entry: string, replaced?: string[]) {
  const bundled = createPackagesOfBuild(replaced);
  await writeFile(join(root, 'entry.js'), entry);
  const output = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [bundled.plugin],
    resolve: { alias: { idb: join(process.cwd(), 'node_modules/idb/build/index.js') } },
    build: { license: bundled.license, write: false, rolldownOptions: { input: join(root, 'entry.js') } },
  });
  const files = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  return { bundled, names: files.map(({ fileName }) => fileName) };
}

const USES_IDB = "import { openDB } from 'idb'; console.log(openDB);";

test('names the packages that are in a bundle, with their texts, once; and writes no list', async () => {
  const { bundled, names } = await built(USES_IDB);
  expect(bundled.take()).toEqual([
    expect.objectContaining({ name: 'idb', identifier: 'ISC', text: expect.stringContaining('Copyright') }),
  ]);
  expect(bundled.take()).toEqual([]);
  expect(names.filter((name) => !name.endsWith('.js'))).toEqual([]);
});

test('but not those that were replaced whole', async () => {
  expect((await built(USES_IDB, ['idb'])).bundled.take()).toEqual([]);
});

test('a file under the AGPL ends the build', async () => {
  const header = '/* This file is under the GNU Affero General Public License. */\n';
  await expect(built(`${header}console.log(1);`)).rejects.toThrow(/entry\.js is under the AGPL/);
});
