import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundledPackage } from './packages-of-build.ts';
import { thirdPartyText } from './third-party.ts';

const text = (name: string) => readFile(new URL(`texts/${name}.txt`, import.meta.url), 'utf8');

/** Writes LICENSE, THIRD-PARTY.txt and changelog.txt into the folder of a build. */
export async function writeLicences(
  root: string,
  folder: string,
  packages: readonly BundledPackage[],
): Promise<void> {
  const [apache, wxt] = await Promise.all([text('Apache-2.0'), text('wxt')]);
  const others = { wxt, '@wxt-dev/browser': wxt };
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  // With the ending `.txt`, so that a browser tab can show the file, too.
  await copyFile(join(root, 'CHANGELOG.md'), join(folder, 'changelog.txt'));
  await writeFile(join(folder, 'THIRD-PARTY.txt'), thirdPartyText(packages, { apache, others }));
}
