import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtExtension, readBuilt } from './built/built-extension.ts';

beforeAll(builtExtension, 120_000);

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (browser) => {
  let text = '';
  let manifest: Record<string, unknown> = {};
  beforeAll(async () => {
    text = (await readBuilt(browser)).get('manifest.json') ?? '';
    manifest = JSON.parse(text);
  });

  test('has exactly these permissions', async () => {
    const { version: _version, ...agreed } = manifest;
    expect(agreed).toEqual(JSON.parse(await readFile(`test/unit/manifests/${browser}.json`, 'utf8')));
  });

  test('lets pages load nothing but what is named', () => {
    const policies = manifest.content_security_policy as Record<string, string>;
    expect(Object.keys(policies)).toEqual(
      browser === 'chrome' ? ['extension_pages', 'sandbox'] : ['extension_pages'],
    );
    expect(policies.extension_pages).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policies.extension_pages).not.toMatch(
      /unsafe|\*|(?:script|style|default)-src[^;]*(?:https?:|data:|blob:)/,
    );
  });

  test('puts nothing into web pages and offers them nothing', () => {
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest.web_accessible_resources).toEqual([]);
    // Without it any extension may speak to this one in Chromium. Firefox knows no such key, and lets nobody.
    expect(manifest.externally_connectable).toEqual(
      browser === 'chrome' ? { ids: [], matches: [] } : undefined,
    );
  });

  test('lets puter.js’s page talk to Puter alone', async () => {
    const page = (await readBuilt(browser)).get('puter.html') ?? '';
    const own = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
    const { sandbox } = manifest.content_security_policy as Record<string, string>;
    // Firefox knows no sandboxed pages in a manifest: there the frame is, and the page says the rest itself.
    for (const policy of browser === 'chrome' ? [own, sandbox] : [own]) {
      expect(policy).toMatch(/default-src 'none'; script-src 'self'; connect-src https:\/\/api\.puter\.com;/);
      expect(policy).not.toMatch(/unsafe|allow-same-origin|\*/);
    }
    expect(manifest.sandbox).toEqual(browser === 'chrome' ? { pages: ['puter.html'] } : undefined);
  });

  test('lets no page talk to anybody, but the two whose work it is to ask one origin', async () => {
    const pages = [...(await readBuilt(browser))].filter(([path]) => path.endsWith('.html'));
    const asked = Object.fromEntries(
      pages.map(([path, escaped]) => {
        const html = escaped.replaceAll('&#39;', "'");
        const policies = [
          ...html.matchAll(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/g),
        ];
        // Nothing may be loaded before the policy holds.
        expect(html.search(/<(?:script|link)\b/) > html.search(/<meta\s+http-equiv/), path).toBe(true);
        return [
          path,
          policies.map(([, policy]) => /connect-src ([^;]+)/.exec(policy ?? '')?.[1]).join(' & '),
        ];
      }),
    );
    const { 'puter.html': puter, 'redirects.html': redirects, ...others } = asked;
    expect([puter, redirects]).toEqual(['https://api.puter.com', 'https:']);
    expect(new Set(Object.values(others))).toEqual(new Set(["'self'"]));
    expect(Object.keys(others).length).toBeGreaterThan(4);
  });

  test('asks at install for two hosts, and for no host of Puter ever', () => {
    expect(manifest.host_permissions).toEqual([
      'https://router.huggingface.co/*',
      'https://huggingface.co/*',
    ]);
    expect(JSON.stringify(manifest.optional_host_permissions)).not.toContain('puter');
    expect(manifest.permissions).not.toContain('tabs');
  });

  test('is version 3, of the package’s version', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(manifest).toMatchObject({ manifest_version: 3, version });
  });

  test('names files that are there', async () => {
    const files = await readBuilt(browser);
    const named = [...text.matchAll(/"([\w/-]+\.(?:html|js|json|png))"/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(4);
    for (const path of named.filter((name) => !name.endsWith('.png'))) expect(files.has(path)).toBe(true);
  });

  test('asks for nothing that the README does not explain', async () => {
    const readme = await readFile('README.md', 'utf8');
    const asked = [...(manifest.permissions as string[]), ...(manifest.host_permissions as string[])];
    for (const permission of asked) expect(readme).toContain(`\`${permission}\``);
  });
});

test('an administrator’s schema knows every value that can be set, within the limits that hold', async () => {
  const schema = JSON.parse((await readBuilt('chrome')).get('managed-schema.json') ?? '');
  const { parseDeployerDefaults } = await import('../../src/settings/index.ts');
  const { enabled, cacheTtlSeconds, timeoutSeconds, maxConcurrent, ...rest } = schema.properties;
  expect(enabled.type).toBe('boolean');
  expect(Object.keys(rest)).toEqual(['sources', 'locked']);
  const ranges = { cacheTtlSeconds, timeoutSeconds, maxConcurrent };
  for (const [name, { minimum, maximum }] of Object.entries(ranges)) {
    const taken = (value: number) =>
      Object.keys(parseDeployerDefaults({ [name]: value }).values).length === 1;
    expect([minimum - 1, minimum, maximum, maximum + 1].map(taken)).toEqual([false, true, true, false]);
  }
});
