/**
 * `npm test`: types, lint, unit and property tests, conformance, both builds, then real browsers. Every step runs even
 * when an earlier one failed, and the last line counts: `N passed, M failed`.
 * `npm run test:fast` leaves the browsers out; `npm test -- NAME…` runs only the test files whose path contains a name.
 */
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser/find-browser.ts';
import { putBuilds } from './put-builds.ts';
import { check, runTests, step, total } from './steps.ts';

const FAST = '--fast';
const FAILURES = '.output/failures';

const parameters = process.argv.slice(2);
const names = parameters.filter((one) => one !== FAST);
const reports = await mkdtemp(join(tmpdir(), 'understudy-test-'));
await rm(FAILURES, { recursive: true, force: true });

const buildBoth = () =>
  step('builds for Chromium and Firefox', async () => {
    await putBuilds();
    return { passed: 1, failed: 0 };
  });

const findBrowsers = () =>
  step('browsers', async () => {
    await findBrowser('chromium');
    await findBrowser('firefox');
    return { passed: 0, failed: 0 };
  });

const unitTests = (files: string[] = []) =>
  step('unit, property and conformance tests', () => runTests('vitest.config.ts', reports, files));
const browserTests = (files: string[] = []) =>
  step('end to end in Chromium and Firefox', () => runTests('vitest.e2e.config.ts', reports, files));

async function runNamed(): Promise<void> {
  const all = await Array.fromAsync(glob('test/**/*.test.{ts,tsx}'));
  const wanted = all.filter((path) => names.some((name) => path.includes(name)));
  for (const name of names)
    if (!all.some((path) => path.includes(name)))
      await step(`${name}: no test file has this in its path`, async () => ({ passed: 0, failed: 1 }));
  const isBrowserTest = (path: string) => path.startsWith(join('test', 'e2e'));
  const [inBrowsers, others] = [wanted.filter(isBrowserTest), wanted.filter((path) => !isBrowserTest(path))];
  if (wanted.length > 0) await step('generated types', check('wxt', 'prepare'));
  if (others.length > 0) await unitTests(others);
  if (inBrowsers.length === 0) return;
  await buildBoth();
  if (await findBrowsers()) await browserTests(inBrowsers);
}

async function runAll(): Promise<void> {
  const isFast = parameters.includes(FAST);
  // On a new machine they are installed meanwhile.
  const browsers = isFast ? undefined : findBrowsers();
  await step('generated types', check('wxt', 'prepare'));
  // Not at the same time as the build, which writes the configuration that `tsc` reads.
  await step('types', check('tsc', '--noEmit', '--checkers', String(availableParallelism())));
  await Promise.all([step('lint and format', check('biome', 'ci', '.')), buildBoth()]);
  await unitTests();
  if (await browsers) await browserTests();
}

await (names.length > 0 ? runNamed() : runAll());
await rm(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
