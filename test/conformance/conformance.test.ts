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

describe.each([...new Set(cases.map(({ group }) => group))])('the hub contract: %s', (group) => {
  test.each(cases.filter((one) => one.group === group))('$id $title', async (one) => {
    const [result] = await runCases(hub, [one], { again: false });
    expect(result?.fails).toEqual([]);
  });
});
