import { expect, test } from 'vitest';
import { readMessages } from '../../../src/language/read-messages.ts';

function bench({ browserTexts = {} as Record<string, string> } = {}) {
  const calls: string[] = [];
  const ports = {
    browserText(key: string) {
      calls.push(key);
      return browserTexts[key] ?? '';
    },
    uiLanguage: () => 'en-GB',
    async readFile(path: string) {
      calls.push(path);
      return Response.json({ extension_name: { message: path } });
    },
  };
  return { ports, calls };
}

test('a browser that has our texts is asked for one, and no file is read', async () => {
  const { ports, calls } = bench({ browserTexts: { extension_name: 'Understudy' } });
  expect(await readMessages('browser', ports)).toBeUndefined();
  expect(calls).toEqual(['extension_name']);
});

test("a browser that hands out none: those that fit its language are read from the extension's files", async () => {
  const { ports, calls } = bench();
  expect(await readMessages('browser', ports)).toEqual({ extension_name: '/_locales/en/messages.json' });
  expect(calls).toEqual(['extension_name', '/_locales/en/messages.json']);
});

test('a language that was chosen is read without asking the browser', async () => {
  const { ports, calls } = bench({ browserTexts: { extension_name: 'Understudy' } });
  expect(await readMessages('de', ports)).toEqual({ extension_name: '/_locales/de/messages.json' });
  expect(calls).toEqual(['/_locales/de/messages.json']);
});
