import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measurement } from './measure.ts';

/** JavaScript and CSS that the popup loads, compressed file by file as a store would count it. */
export async function measurePopupSize(build: string): Promise<Measurement> {
  const html = await readFile(join(build, 'popup.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(build, file)), { level: 9 }).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    name: 'popup, JS and CSS, gzip',
    value: total / 1024,
    budget: 45,
    unit: 'KB',
    detail: `${files.length} files`,
  };
}
