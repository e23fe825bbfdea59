import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import * as hub from '../../src/hub/index.ts';
import { ownCases } from './own-cases.ts';
import { type Case, runCases } from './runner.mjs';

const read = async (file: string): Promise<Case[]> =>
  JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'));
const cases = [
  ...(await read('cases-visible.json')),
  ...(await read('neighbour-cases.json')),
  ...(await read('contract-cases.json')),
  ...ownCases,
];

const groups = [...new Set(cases.map(({ group }) => group))];
/** A case in which time plays a part, a time-out or a slow source, is run while no other case runs. */
const isTimed = (one: Case) => /timeout|hang|delay|Ms"/i.test(JSON.stringify(one));

async function expectToHold(one: Case) {
  const [result] = await runCases(hub, [one], { again: false });
  expect(result?.fails).toEqual([]);
}

describe.each(groups)('the hub contract: %s', (group) => {
  const own = cases.filter((one) => one.group === group);
  test.each(own.filter(isTimed))('$id $title', expectToHold);
  test.concurrent.each(own.filter((one) => !isTimed(one)))('$id $title', expectToHold);
});
