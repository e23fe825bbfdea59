import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Tally {
  passed: number;
  failed: number;
}

/** The totals of all steps so far. */
export const total: Tally = { passed: 0, failed: 0 };

function run(command: string, ...parameters: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/**
 * Does one part of a test run, says how it ended and how long it took, and adds to the total. An action that throws counts as one
 * failure. Resolves with whether it passed.
 */
export async function step(name: string, action: () => Promise<Tally>): Promise<boolean> {
  const startedAt = performance.now();
  console.log(`\n── ${name}`);
  const { passed, failed } = await action().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${failed === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  return failed === 0;
}

/** A command that passes or fails as a whole. */
export function check(command: string, ...parameters: string[]): () => Promise<Tally> {
  return async () =>
    (await run(command, ...parameters)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A vitest run of these files (none: all files of the configuration), counted test by test; `reports` is a
 * folder for its report. A run that dies without a report counts as a failure.
 */
export async function runTests(config: string, reports: string, files: string[]): Promise<Tally> {
  const file = join(reports, `${config}.json`);
  const ok = await run(
    'vitest',
    'run',
    ...['--config', `test/${config}`],
    ...['--reporter', process.stdout.isTTY || files.length > 0 ? 'default' : 'dot'],
    ...['--reporter', 'json', '--outputFile.json', file],
    ...files,
  );
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  const passed = Number(report?.numPassedTests ?? 0);
  const failed = Number(report?.numFailedTests ?? 0);
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}
