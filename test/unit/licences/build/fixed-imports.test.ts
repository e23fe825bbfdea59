import { expect, test } from 'vitest';
import { fixedImports } from '../../../../src/licences/build/fixed-imports.ts';

const { transform } = fixedImports() as unknown as {
  transform: { handler(code: string): { code: string } };
};

test.each([
  'await import(/* webpackIgnore: true */ /* @vite-ignore */ codecURI)',
  'import(address)',
  'import( options.address )',
])('%s imports nothing', (code) => {
  expect(transform.handler(code).code).not.toMatch(/\bimport\(/);
});

test.each(["import('./codec.js')", 'import("./a.js")', "import x from 'y'"])('%s stays', (code) => {
  expect(transform.handler(code).code).toBe(code);
});
