import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Entry {
  integrity?: string;
  hasInstallScript?: boolean;
  os?: string | string[];
  bin?: Record<string, string>;
}

function entriesOf(lockFile: string): [path: string, entry: Entry][] {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Record<string, Entry> };
  return Object.entries(packages).filter(([path]) => path !== '');
}

const pathsOf = (entries: [string, Entry][]) => entries.map(([path]) => path);

describe.each(['package-lock.json', 'test/bench/package-lock.json'])('%s', (lockFile) => {
  const entries = entriesOf(lockFile);

  test('fixes every package by a checksum, those of other platforms too', () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(pathsOf(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')))).toEqual([]);
  });

  // Such a script may fetch what no checksum fixes. The one of the benchmarks applies patches that it brings along.
  test('holds no package that runs a script while it is installed', () => {
    const scripts = pathsOf(entries.filter(([, { hasInstallScript }]) => hasInstallScript));
    expect(scripts.filter((path) => path !== 'node_modules/@portkey-ai/gateway')).toEqual([]);
  });
});

test('the Node that scripts run on is one of these packages, for each system', () => {
  const nodes = entriesOf('package-lock.json').filter(([, { bin }]) => bin?.node !== undefined);
  expect(new Set(nodes.flatMap(([, { os }]) => os ?? 'any'))).toEqual(new Set(['darwin', 'linux', 'win32']));
});
