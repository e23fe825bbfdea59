import { expect, test } from 'vitest';
import { parsedSources } from '../../source/parsed-source.ts';

/** What the pages do, and what Firefox alone has. */
const ELSEWHERE =
  /^src\/ui\/|^src\/browser\/(?:isolated|first-turn)\/|^src\/browser\/(?:toolbar-button|hold-while-shown)\.ts$/;
const sources = parsedSources('src').filter(({ path }) => !ELSEWHERE.test(path));

/** The events that are named in a call of `hear`, or in a list. */
const named = (code: string, pattern: RegExp) =>
  [...code.matchAll(pattern)].map(([, name = '']) => name.replace('?', ''));

test('every event that the background hears is listened to in the first turn of Chromium’s worker, and no other', () => {
  const heard = sources.flatMap(({ code }) => named(code, /\bhear\(\s*browser\.([\w?.]+)/g));
  const list = parsedSources('src').find(({ path }) => path.endsWith('/waking-events.ts'))?.code ?? '';
  const first = named(list, /\b(?:browser\.)?((?!browser)\w+\??\.on[A-Z]\w+),/g);
  expect(new Set(first)).toEqual(new Set(heard));
  expect(first.length).toBeGreaterThan(10);
});

test('the background listens to no event by another way', () => {
  const others = sources.filter(({ code }) => /\bbrowser\.\w+\??\.on\w+\??\.addListener/.test(code));
  expect(others.map(({ path }) => path)).toEqual([]);
});
