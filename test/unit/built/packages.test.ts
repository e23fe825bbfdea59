import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePackages, type Package } from '../../release/make-packages.ts';
import { builtExtension, readBuilt } from './built-extension.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const run = promisify(execFile);
let folder = '';
let packages: Package[] = [];

async function unzip(path: string): Promise<Map<string, Uint8Array>> {
  const zip = new ZipReader(new BlobReader(new Blob([await readFile(path)])), { useWebWorkers: false });
  const files = new Map<string, Uint8Array>();
  for (const entry of await zip.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  return files;
}

/** A copy of what a build reads, with both builds in its `.output`, packed as `npm run zip` packs. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-packages-'));
  const tree = join(folder, 'tree');
  for (const name of [
    'entrypoints',
    'src',
    'public',
    'test/release',
    'wxt.config.ts',
    'tsconfig.json',
    'LICENSE',
  ])
    await cp(join(ROOT, name), join(tree, name), { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'README.md', 'CHANGELOG.md'])
    await cp(join(ROOT, name), join(tree, name));
  await writeFile(join(tree, '.env'), 'SECRET=1');
  const built = await builtExtension();
  await cp(join(built, 'chrome'), join(tree, '.output', 'chrome-mv3'), { recursive: true });
  await cp(join(built, 'firefox'), join(tree, '.output', 'firefox-mv3'), { recursive: true });
  packages = await makePackages(tree, '1.2.3', { KOHAKU_HUB_FALLBACK_TIMEOUT: '10', HOME: '/home/x' });
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const pathOf = (place: number) => join(folder, 'tree', '.output', packages[place]?.name ?? '');

describe('the packages for the stores', () => {
  test('are three, named after version and target', () => {
    expect(packages.map(({ name }) => name)).toEqual([
      'understudy-1.2.3-chrome.zip',
      'understudy-1.2.3-firefox.zip',
      'understudy-1.2.3-sources.zip',
    ]);
  });

  test('hold the build and its licences', async () => {
    for (const place of [0, 1]) {
      const names = [...(await unzip(pathOf(place))).keys()];
      expect(names).toEqual(
        expect.arrayContaining(['manifest.json', 'popup.html', 'LICENSE', 'THIRD-PARTY.txt']),
      );
      expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
    }
  });

  test('say in the sources how to build, and hold nothing else of the folder', async () => {
    const files = await unzip(pathOf(2));
    const text = new TextDecoder().decode(files.get('BUILD.md'));
    expect(text).toContain(`With Node ${process.versions.node}`);
    expect(text).toContain("export KOHAKU_HUB_FALLBACK_TIMEOUT='10'");
    expect(text).toContain(packages[1]?.sha256);
    expect(text).not.toContain('HOME');
    expect(
      [...files.keys()].filter((name) =>
        /^(?:\.env|\.git|\.output|node_modules|test\/(?!release\/))/.test(name),
      ),
    ).toEqual([]);
  });

  test('are built again from the sources, byte for byte', async () => {
    const again = join(folder, 'again');
    for (const [name, bytes] of await unzip(pathOf(2))) {
      await mkdir(dirname(join(again, name)), { recursive: true });
      await writeFile(join(again, name), bytes);
    }
    await symlink(join(ROOT, 'node_modules'), join(again, 'node_modules'));
    const script = join(again, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    const environment = Object.entries(process.env).filter(
      ([name]) => !/^(?:VITEST|NODE_ENV$|TEST$|MODE$)/.test(name),
    );
    const options = { cwd: again, env: Object.fromEntries(environment) };
    await run(process.execPath, [script, 'build', '-b', 'firefox'], options);
    const [, firefox] = await makePackages(again, '1.2.3', {});
    expect(firefox).toEqual(packages[1]);
  }, 240_000);
});

test('the linter of Firefox’s store finds nothing, neither errors nor warnings', async () => {
  const built = join(await builtExtension(), 'firefox');
  const linter = join(ROOT, 'node_modules', 'addons-linter', 'bin', 'addons-linter');
  const { stdout } = await run(process.execPath, [linter, built, '--output', 'json'], { maxBuffer: 1e8 });
  const { errors, warnings } = JSON.parse(stdout);
  expect([...errors, ...warnings]).toEqual([]);
}, 240_000);

test.each(['chrome', 'firefox'] as const)(
  'no script of the %s build writes markup into a page',
  async (browser) => {
    const writes = /\.(?:innerHTML|outerHTML)\s*\+?=(?!=)|insertAdjacentHTML|document\.write/;
    const scripts = [...(await readBuilt(browser))].filter(([path]) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter(([, code]) => writes.test(code)).map(([path]) => path)).toEqual([]);
  },
);
