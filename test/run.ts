/**
 * `npm test`: types, lint, unit and property tests, conformance, both builds, then real browsers. Every step runs even
 * when an earlier one failed, and the last line counts: `N passed, M failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser/find-browser.ts';

interface Tally {
  passed: number;
  failed: number;
}

const reports = await mkdtemp(join(tmpdir(), 'understudy-test-'));
const total: Tally = { passed: 0, failed: 0 };

function run(command: string, ...parameters: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function step(name: string, action: () => Promise<Tally>): Promise<void> {
  const startedAt = performance.now();
  console.log(`\n── ${name}`);
  const { passed, failed } = await action();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${failed === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
}

function check(command: string, ...parameters: string[]): () => Promise<Tally> {
  return async () =>
    (await run(command, ...parameters)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A vitest run, counted test by test; a run that dies without a report counts as a failure. */
function tests(config: string): () => Promise<Tally> {
  return async () => {
    const file = join(reports, `${config}.json`);
    const ok = await run(
      'vitest',
      'run',
      ...['--config', `test/${config}`],
      ...['--reporter', process.stdout.isTTY ? 'default' : 'dot'],
      ...['--reporter', 'json', '--outputFile.json', file],
    );
    const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    const passed = Number(report?.numPassedTests ?? 0);
    const failed = Number(report?.numFailedTests ?? 0);
    return { passed, failed: ok ? failed : Math.max(failed, 1) };
  };
}

await step('generated types', check('wxt', 'prepare'));
await step('types', check('tsc', '--noEmit'));
await step('lint and format', check('biome', 'ci', '.'));
await step('unit, property and conformance tests', tests('vitest.config.ts'));
await step('build for Chromium', check('wxt', 'build'));
await step('build for Firefox', check('wxt', 'build', '-b', 'firefox'));
await step('browsers', async () => {
  await findBrowser('chromium');
  await findBrowser('firefox');
  return { passed: 0, failed: 0 };
});
await step('end to end in Chromium and Firefox', tests('vitest.e2e.config.ts'));

await rm(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
