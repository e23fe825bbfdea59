/** `npm run bench`: the budgets of DESIGN.md as ratios taken in one run. Exits 1 when one is over. */
import { existsSync } from 'node:fs';
import { measureFailover } from './failover.ts';
import { measureHubLookup } from './hub-lookup.ts';
import type { Measurement } from './measure.ts';
import { measurePopupSize } from './popup-size.ts';
import { measureWorkerStart } from './worker-start.ts';

const build = new URL('../../.output/chrome-mv3', import.meta.url).pathname;
if (!existsSync(build)) {
  console.error('There is no build to measure. Run "npm run build" first.');
  process.exit(1);
}

const measurements: Measurement[] = [
  await measurePopupSize(build),
  await measureFailover(),
  ...(await measureHubLookup()),
  await measureWorkerStart(build),
];

for (const { name, value, budget, unit, detail } of measurements) {
  const figure = unit === 'requests' ? String(value) : value.toFixed(2);
  const verdict = value <= budget ? 'within' : 'OVER';
  console.log(`${verdict.padEnd(6)}  ${name}: ${figure} ${unit} (at most ${budget}; ${detail})`);
}
process.exit(measurements.every(({ value, budget }) => value <= budget) ? 0 : 1);
