import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtExtension, readBuilt } from './built/built-extension.ts';

beforeAll(builtExtension, 120_000);

/** What a script imports before it runs, and what it may import later. */
const FIRST = /(?:from|import)\s*["'`]([./][\w./-]+\.js)["'`]/g;
const EVER = /["'`]([./][\w./-]+\.(?:js|css))["'`]/g;

/** JS and CSS a page loads, directly or through what it loads: by its first frame, or ever. */
function reachable(page: string, files: Map<string, string>, imports = EVER): string[] {
  const found = new Set<string>();
  const follow = (from: string) => {
    const text = files.get(from) ?? '';
    const named = from.endsWith('.html') ? text.matchAll(/(?:src|href)="([^"]+)"/g) : text.matchAll(imports);
    for (const [, path = ''] of named) {
      const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
      if (files.has(target) && !found.has(target)) {
        found.add(target);
        follow(target);
      }
    }
  };
  follow(page);
  return [...found];
}

/** Words of puter.js that its minifier leaves as they are. */
const PUTER_WORDS = /puter-image-generation|api\.puter\.com\/drivers|puter\.auth\.token/;

describe.each(['chrome', 'firefox'] as const)('the build for %s', (browser) => {
  let files = new Map<string, string>();
  beforeAll(async () => {
    files = await readBuilt(browser);
  });

  test('the first load of the popup is at most 45 KB, gzip', () => {
    const loaded = reachable('popup.html', files, FIRST);
    expect(loaded.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
    expect(loaded.filter((path) => path.endsWith('.css')).length).toBeGreaterThan(0);
    const bytes = loaded.map((path) => gzipSync(files.get(path) ?? '').byteLength);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(45_000);
  });

  test('the popup is made of few files, since each costs the browser more than what is in it', () => {
    expect(reachable('popup.html', files, FIRST).length).toBeLessThanOrEqual(16);
    expect(reachable('popup.html', files).length).toBeLessThanOrEqual(32);
  });

  // In a circle, a script may run before what it imports; in which build it does is chance.
  test('no scripts import each other in a circle', () => {
    const scripts = [...files.keys()].filter((path) => path.startsWith('chunks/'));
    expect(scripts.filter((path) => reachable(path, files, FIRST).includes(path))).toEqual([]);
  });

  test('puter.js is in its own page, and in nothing else', () => {
    const scripts = [...files].filter(([path]) => path.endsWith('.js'));
    expect(scripts.filter(([, text]) => PUTER_WORDS.test(text)).map(([path]) => path)).toEqual(['puter.js']);
    const pages = [...files.keys()].filter((path) => path.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'puter.html']));
    expect(pages.filter((page) => reachable(page, files).includes('puter.js'))).toEqual(['puter.html']);
  });

  test.each([
    ['a package CDN', /unpkg|b-cdn|jsdelivr|esm\.sh|skypack/],
    [
      'an import from the network',
      /import\(\s*["'`]https?:|from\s*["']https?:|importScripts\(\s*(?!["'`]\/\w)/,
    ],
    ['code from text', /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]/],
    ['a script element', /createElement\(\s*["'`]script/],
  ])('no file holds %s', (_, trace) => {
    expect([...files].filter(([, text]) => trace.test(text)).map(([path]) => path)).toEqual([]);
  });

  test('pages run no inline code and load nothing from elsewhere', () => {
    for (const [path, html] of [...files].filter(([name]) => name.endsWith('.html'))) {
      expect([path, html.match(/<script(?![^>]*\bsrc=)|\son\w+=|<style|\sstyle=/i)?.[0]]).toEqual([
        path,
        undefined,
      ]);
      expect([path, html.match(/(?:src|href)="(?:https?:)?\/\//)?.[0]]).toEqual([path, undefined]);
    }
  });
});
