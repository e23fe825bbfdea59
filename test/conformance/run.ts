/** Runs conformance cases against src/hub: `npm run conformance -- [--once] [--only ID] FILE…`. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as hub from '../../src/hub/index.ts';
import { type Case, runCases } from './runner.mjs';

const MOST_FAILS_SHOWN = 12;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { once: { type: 'boolean' }, only: { type: 'string' } },
});

if (positionals.length === 0) {
  console.error('usage: npm run conformance -- [--once] [--only ID] FILE…');
  process.exit(2);
}

const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

const files = await Promise.all(positionals.map((file) => readFile(file, 'utf8')));
const cases = files
  .flatMap((text) => JSON.parse(text) as Case[])
  .filter(({ id }) => id.startsWith(values.only ?? ''));
const results = await runCases(hub, cases, { again: !values.once });
const failed = results.filter(({ fails }) => fails.length > 0);

for (const { case: failing, fails } of failed) {
  console.log(`FAIL ${failing.id}  ${failing.title}`);
  for (const fail of fails.slice(0, MOST_FAILS_SHOWN)) console.log(`     ${fail}`);
  if (fails.length > MOST_FAILS_SHOWN) console.log(`     … and ${fails.length - MOST_FAILS_SHOWN} more`);
}
for (const reason of unhandled) console.log('FAIL unhandled rejection:', reason);
console.log(`${cases.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 || unhandled.length > 0 ? 1 : 0);
