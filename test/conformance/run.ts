/**
 * Runs conformance cases against src/hub: `npm run conformance -- [--once] [--quiet] [--only ID] FILE…`. The last line says
 * how many passed and failed; what is no case counts as failed, and does not keep the others from being run.
 */
import { parseArgs } from 'node:util';
import * as hub from '../../src/hub/index.ts';
import { readCases } from './read-cases.ts';
import { runCases } from './runner.mjs';

const USAGE = 'usage: npm run conformance -- [--once] [--quiet] [--only ID] FILE…';
const MOST_FAILS_SHOWN = 12;

const { values, positionals } = readArguments();
const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

// npm runs this in the project's folder; a relative path may be meant from where npm was called.
const { cases: all, problems } = await readCases(positionals, [
  process.cwd(),
  process.env.INIT_CWD ?? process.cwd(),
]);
const cases = all.filter(({ id }) => id.startsWith(values.only ?? ''));
if (cases.length === 0 && all.length > 0) problems.push(`No case begins with "${values.only}".`);
const results = await runCases(hub, cases, { again: !values.once });
const failed = results.filter(({ fails }) => fails.length > 0);

if (!values.quiet) {
  for (const { case: failing, fails } of failed) {
    console.log(`FAIL ${failing.id}  ${failing.title ?? ''}`);
    for (const fail of fails.slice(0, MOST_FAILS_SHOWN)) console.log(`     ${fail}`);
    if (fails.length > MOST_FAILS_SHOWN) console.log(`     … and ${fails.length - MOST_FAILS_SHOWN} more`);
  }
}
for (const sentence of problems) console.log(`FAIL ${sentence}`);
for (const reason of unhandled) console.log('FAIL unhandled rejection:', reason);
const failures = failed.length + problems.length + unhandled.length;
console.log(`${cases.length - failed.length} passed, ${failures} failed`);
process.exit(failures > 0 ? 1 : 0);

function readArguments() {
  try {
    const given = parseArgs({
      allowPositionals: true,
      options: { once: { type: 'boolean' }, quiet: { type: 'boolean' }, only: { type: 'string' } },
    });
    if (given.positionals.length > 0) return given;
    console.error(USAGE);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
  }
  process.exit(2);
}
