import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { datedChangelog } from './dated-changelog.ts';
import { nextVersion } from './next-version.ts';

/**
 * Writes the next version into package.json, package-lock.json and CHANGELOG.md, and returns it. All three are worked out
 * before the first is written. Throws what `nextVersion` and `datedChangelog` throw.
 */
export async function writeVersion(root: string, wish: string | undefined, date: string): Promise<string> {
  const read = (name: string) => readFile(join(root, name), 'utf8');
  const [manifest, lock, changelog] = [
    JSON.parse(await read('package.json')),
    JSON.parse(await read('package-lock.json')),
    await read('CHANGELOG.md'),
  ];
  const version = nextVersion(manifest.version, wish);
  const dated = datedChangelog(changelog, version, date);
  manifest.version = version;
  lock.version = version;
  lock.packages[''].version = version;
  const asText = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  await writeFile(join(root, 'package.json'), asText(manifest));
  await writeFile(join(root, 'package-lock.json'), asText(lock));
  await writeFile(join(root, 'CHANGELOG.md'), dated);
  return version;
}
