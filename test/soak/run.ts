/**
 * `npm run soak [-- --seed N] [--browser chromium|firefox] [--kills N] [--verbose]`: random jobs, kills, crashes, broken
 * connections and settings against builds of the tree as it is. Ends with 1 when log, records and gallery disagree, and always
 * prints the seed that does it again.
 */
import { parseArgs } from 'node:util';
import { putBuilds } from '../put-builds.ts';
import type { PlayedBrowser } from './player.ts';
import { soak } from './soak.ts';

const KILLS: Record<PlayedBrowser, number> = { chromium: 100, firefox: 30 };

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    browser: { type: 'string' },
    kills: { type: 'string' },
    verbose: { type: 'boolean' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const browsers = (Object.keys(KILLS) as PlayedBrowser[]).filter(
  (name) => values.browser === undefined || name === values.browser,
);

await putBuilds();
for (const browser of browsers) {
  const kills = Number(values.kills ?? KILLS[browser]);
  const startedAt = performance.now();
  console.log(`${browser}: ${kills} kills, seed ${seed} …`);
  const say = values.verbose ? (line: string) => console.log(`  ${line}`) : undefined;
  const found = await soak({ browser, seed, kills, ...(say && { say }) });
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  for (const line of found) console.log(`  ${line}`);
  console.log(
    found.length === 0
      ? `${browser}: all agree, after ${seconds} s`
      : `${browser}: ${found.length} disagreements after ${seconds} s. Again: npm run soak -- --browser ${browser} --seed ${seed} --kills ${kills}`,
  );
  if (found.length > 0) process.exitCode = 1;
}
