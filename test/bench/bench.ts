/**
 * `npm run bench`: measures our speed against a minimal version (the floor) and against alternatives, in
 * turns within one run. Prints one table and writes `bench.json`. Ends with 1 where a part could not be
 * measured, and with `-- --check` also when a ratio is over its budget (DESIGN.md, "Budgets"). `-- NAME…`
 * measures only the parts whose name begins with one of these names: failover, lookup, worker, pages, clicks,
 * press, pictures, gallery, export, growth, downloads.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { putBuilds } from '../put-builds.ts';
import { measureClickFrame } from './click-frame.ts';
import { measureDownloads } from './downloads.ts';
import { measureExport } from './export-memory.ts';
import { measureFailover } from './failover.ts';
import { measureGallery } from './gallery.ts';
import { measureGrowth } from './growth.ts';
import { measureHubLookup } from './hub-lookup.ts';
import { type Comparison, exitCode, isWithin } from './measure.ts';
import { measurePages } from './pages.ts';
import { measurePictures } from './pictures.ts';
import { measurePress } from './press.ts';
import { asTable } from './table.ts';
import { measureWorkerStart } from './worker-start.ts';

const CHECK = '--check';
const root = new URL('../../', import.meta.url).pathname;
const build = `${root}.output/chrome-mv3`;
await putBuilds();

const parts: Record<string, () => Promise<Comparison[]>> = {
  failover: measureFailover,
  lookup: measureHubLookup,
  worker: () => measureWorkerStart(build),
  pages: () => measurePages(build),
  clicks: () => measureClickFrame(build),
  press: () => measurePress(build),
  pictures: () => measurePictures(build),
  gallery: () => measureGallery(build),
  export: () => measureExport(build),
  growth: measureGrowth,
  downloads: measureDownloads,
};
const parameters = process.argv.slice(2);
const wanted = parameters.filter((one) => one !== CHECK);
const chosen = Object.entries(parts).filter(
  ([name]) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)),
);

const comparisons: Comparison[] = [];
const broken: string[] = [];
for (const [name, measure] of chosen) {
  console.log(`Measuring ${name} …`);
  const begun = Date.now();
  try {
    comparisons.push(...(await measure()));
  } catch (reason) {
    // The other parts are still worth measuring.
    console.error(reason);
    broken.push(name);
  }
  console.log(`  took ${Math.round((Date.now() - begun) / 1000)} s`);
}

console.log(`\n${asTable(comparisons)}`);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}, Node ${process.version}`;
const report = { date: new Date().toISOString(), machine, command: 'npm run bench', comparisons, broken };
await writeFile(`${root}bench.json`, `${JSON.stringify(report, undefined, 2)}\n`);

const over = comparisons.filter((one) => isWithin(one) === false);
console.log(over.length === 0 ? '\nAll within their budgets.' : `\n${over.length} over budget.`);
if (broken.length > 0) console.log(`Could not be measured: ${broken.join(', ')}.`);
process.exit(exitCode(comparisons, broken, { check: parameters.includes(CHECK) }));
