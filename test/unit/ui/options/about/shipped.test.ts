import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHIPPED } from '../../../../../src/ui/options/about/shipped.ts';

test.each(SHIPPED)('$name is listed with the licence its package names', ({ name, licence }) => {
  const path = new URL(`../../../../../node_modules/${name}/package.json`, import.meta.url);
  const { license } = JSON.parse(readFileSync(path, 'utf8')) as { license: string };
  expect(licence.split(', ')[0]).toBe(license);
});

test('what comes inside another package stands below it', () => {
  const names = SHIPPED.map(({ name }) => name);
  for (const { name, inside } of SHIPPED) {
    if (inside !== undefined) expect(names.slice(0, names.indexOf(name))).toContain(inside);
  }
});
