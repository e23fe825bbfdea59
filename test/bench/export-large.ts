/**
 * `node test/bench/export-large.ts [GB]`: exports a gallery of 5 GB, or of the given size, in Chromium, and
 * has another tool (`unzip -t`) read the archive. Prints the time and the memory; ends with 1 where the
 * archive is not whole or the export took more than 100 MB of memory. Not part of `npm run bench`: it needs
 * three times the space on the disk, and minutes.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { putBuilds } from '../put-builds.ts';
import { exportAll, PICTURE_BYTES } from './export-memory.ts';

const MOST_MB = 100;
const gigabytes = Number(process.argv[2] ?? 5);
if (!(gigabytes > 0)) throw new Error(`A number of gigabytes is wanted, not ${process.argv[2]}`);
const pictures = Math.ceil((gigabytes * 1e9) / PICTURE_BYTES);

await putBuilds();
const lab = await startLab();
const chromium = await launchChromium({
  lab,
  extensionDir: new URL('../../.output/chrome-mv3', import.meta.url).pathname,
});
try {
  const { kilobytes, elapsedMs } = await exportAll(chromium, pictures, async (archive) => {
    const { stdout } = await promisify(execFile)('unzip', ['-tq', archive]);
    console.log(stdout.trim());
    const listed = await promisify(execFile)('unzip', ['-Z1', archive], { maxBuffer: 64 * 1024 * 1024 });
    const files = listed.stdout.trim().split('\n').length;
    if (files !== pictures + 1) throw new Error(`The archive has ${files} files, not ${pictures + 1}`);
  });
  const megabytes = kilobytes / 1024;
  console.log(
    `${pictures} pictures, ${gigabytes} GB: ${Math.round(elapsedMs / 1000)} s, ${megabytes.toFixed(0)} MB of memory at most`,
  );
  if (megabytes > MOST_MB) process.exitCode = 1;
} finally {
  await chromium.close();
  await lab.close();
}
