import { glob, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The files below a folder that match a pattern, by their path in it with forward slashes. */
export async function readFiles(folder: string, patterns: string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const path of glob(patterns, { cwd: folder })) {
    const absolute = join(folder, path);
    if ((await stat(absolute)).isFile()) files.set(path.split(sep).join('/'), await readFile(absolute));
  }
  return files;
}
