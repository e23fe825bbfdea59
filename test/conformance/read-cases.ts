import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Case } from './runner.mjs';

export interface CasesRead {
  cases: Case[];
  /** A sentence for each file or entry that holds no case. */
  problems: string[];
}

/** Reads case files. Paths are relative to one of the folders, the first in which there is such a file. */
export async function readCases(paths: readonly string[], folders: readonly string[]): Promise<CasesRead> {
  const read = await Promise.all(paths.map((path) => readOne(path, folders)));
  return { cases: read.flatMap(({ cases }) => cases), problems: read.flatMap(({ problems }) => problems) };
}

async function readOne(path: string, folders: readonly string[]): Promise<CasesRead> {
  const file = await find(path, folders);
  if (file === undefined) return problem(`${path}: there is no such file.`);
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) return problem(`${path}: cannot be read (${text.message}).`);
  try {
    return casesIn(path, JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    return problem(`${path}: is not JSON (${reason}).`);
  }
}

async function find(path: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const file = resolve(folder, path);
    if (await stat(file).catch(() => undefined)) return file;
  }
  return undefined;
}

function casesIn(path: string, value: unknown): CasesRead {
  if (!Array.isArray(value)) return problem(`${path}: is no list of cases.`);
  if (value.length === 0) return problem(`${path}: holds no case.`);
  const flaws = value.map((entry, index) => [entry, flawOf(entry), index] as const);
  return {
    cases: flaws.filter(([, flaw]) => flaw === undefined).map(([entry]) => entry as Case),
    problems: flaws.flatMap(([entry, flaw, index]) =>
      flaw === undefined ? [] : [`${path}: entry ${index + 1}${nameOf(entry)} is no case: ${flaw}.`],
    ),
  };
}

/** Why an entry cannot be run. An entry without steps is refused, since it would always pass. */
function flawOf(entry: unknown): string | undefined {
  if (!isObject(entry)) return 'it is no object';
  if (typeof entry.id !== 'string') return 'it has no id';
  if (isObject(entry.table)) {
    const { answers, rows } = entry.table;
    return isObject(answers) && Array.isArray(rows) ? undefined : 'its table needs answers and rows';
  }
  if (!Array.isArray(entry.when)) return 'it has neither a table nor a list "when"';
  const hasOps = entry.when.every((step) => isObject(step) && typeof step.op === 'string');
  return hasOps ? undefined : 'a step has no "op"';
}

function nameOf(entry: unknown): string {
  return isObject(entry) && typeof entry.id === 'string' ? ` (${entry.id})` : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(sentence: string): CasesRead {
  return { cases: [], problems: [sentence] };
}
