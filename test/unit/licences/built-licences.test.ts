import { readFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SHIPPED } from '../../../src/ui/options/about/shipped.ts';
import { builtExtension } from '../built/built-extension.ts';

beforeAll(builtExtension, 120_000);

const AGPL = /AGPL|Affero/i;

describe.each(['chrome', 'firefox'] as const)('the package for %s', (browser) => {
  const read = async (path: string) => readFile(join(await builtExtension(), browser, path), 'utf8');
  let thirdParty = '';
  beforeAll(async () => {
    thirdParty = await read('THIRD-PARTY.txt');
  });

  test('holds its own licence', async () => {
    expect(await read('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
  });

  test('holds the text of each licence of others', () => {
    expect(thirdParty).toMatch(/Apache License\s+Version 2\.0[\s\S]+END OF TERMS AND CONDITIONS/);
    const sections = thirdParty.split(/^={72}$/m).slice(1, -1);
    expect(sections.length).toBeGreaterThan(8);
    for (const section of sections) {
      expect(section).toMatch(/^\n\n\S+ \d+\.\d+\.\d+ \([\w.-]+\)\n/);
      expect(section).toMatch(/Copyright|The Apache License 2\.0 stands at the end/);
    }
    for (const name of ['preact', 'zod', 'idb', '@heyputer/puter.js', 'wxt'])
      expect(thirdParty).toContain(`\n${name} `);
  });

  test('the options list everything that stands in it', () => {
    const listed = SHIPPED.map(({ name, licence }) => `${name} (${licence})`);
    const inside = [...thirdParty.matchAll(/^(\S+) \d+\.\d+\.\d+ \(([\w.-]+)\)$/gm)];
    expect(
      inside.map(([, name, licence]) => `${name} (${licence})`).filter((one) => !listed.includes(one)),
    ).toEqual([]);
  });

  test('holds nothing under the AGPL', async () => {
    const cwd = join(await builtExtension(), browser);
    const paths = await Array.fromAsync(glob('**/*.{js,css,html,json,txt}', { cwd }));
    expect(paths).toEqual(expect.arrayContaining(['puter.js', 'background.js', 'THIRD-PARTY.txt']));
    const texts = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
    expect(texts.filter(([, text]) => AGPL.test(text)).map(([path]) => path)).toEqual([]);
  });
});
