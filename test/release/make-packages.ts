import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipDeterministically } from './deterministic-zip.ts';
import { readFiles } from './read-files.ts';
import { sourceFiles } from './source-files.ts';

export interface Package {
  name: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  sha256: string;
}

/**
 * Packs the two builds that lie in `.output`, and the sources of Firefox's, which its store asks for. The same tree, built by the
 * same Node, makes the same bytes.
 */
export async function makePackages(
  root: string,
  version: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Package[]> {
  const folder = join(root, '.output');
  await mkdir(folder, { recursive: true });
  const pack = async (name: string, files: ReadonlyMap<string, Uint8Array>): Promise<Package> => {
    const bytes = await zipDeterministically(files);
    await writeFile(join(folder, name), bytes);
    return { name, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const built = (target: string) => readFiles(join(folder, target), ['**']);
  const chrome = await pack(`understudy-${version}-chrome.zip`, await built('chrome-mv3'));
  const firefox = await pack(`understudy-${version}-firefox.zip`, await built('firefox-mv3'));
  const facts = { nodeVersion: process.versions.node, environment, packageName: firefox.name };
  const sources = await sourceFiles(root, { ...facts, sha256: firefox.sha256 });
  return [chrome, firefox, await pack(`understudy-${version}-sources.zip`, sources)];
}
