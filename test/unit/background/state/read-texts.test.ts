import { expect, test } from 'vitest';
import { createTextsReader } from '../../../../src/background/state/read-texts.ts';
import type { LanguageChoice } from '../../../../src/language/index.ts';

function bench({ browserHasTexts = true } = {}) {
  const read: string[] = [];
  const browserTexts: Record<string, string> = browserHasTexts
    ? { extension_name: 'Understudy', hello: 'Bonjour' }
    : {};
  const state = { choice: 'browser' as LanguageChoice, broken: false };
  const texts = createTextsReader({
    readChoice: async () => state.choice,
    browserText: (key) => browserTexts[key] ?? '',
    uiLanguage: () => 'en-US',
    async readFile(path) {
      read.push(path);
      if (state.broken) throw new TypeError('Failed to fetch');
      return Response.json({ common_language: { message: 'en' }, hello: { message: 'Hello' } });
    },
    preferredLanguages: () => ['fr-FR'],
  });
  return { texts, state, read };
}

test("what is said outside of pages is in the browser's language until another one is chosen", async () => {
  const { texts, state, read } = bench();
  expect((await texts()).say('hello')).toBe('Bonjour');
  state.choice = 'en';
  expect((await texts()).say('hello')).toBe('Hello');
  await texts();
  expect(read).toEqual(['/_locales/en/messages.json']);
  state.choice = 'browser';
  expect((await texts()).say('hello')).toBe('Bonjour');
});

test("texts that cannot be read are said in the browser's language, and read again later", async () => {
  const { texts, state } = bench();
  state.choice = 'en';
  state.broken = true;
  expect((await texts()).say('hello')).toBe('Bonjour');
  state.broken = false;
  expect((await texts()).say('hello')).toBe('Hello');
});

test("where the browser hands out no texts, the extension's own are said; where those cannot be read either, keys, until they can", async () => {
  const { texts, state, read } = bench({ browserHasTexts: false });
  state.broken = true;
  expect((await texts()).say('hello')).toBe('hello');
  state.broken = false;
  expect((await texts()).say('hello')).toBe('Hello');
  await texts();
  expect(read.at(-1)).toBe('/_locales/en/messages.json');
  expect(read).toHaveLength(3);
});
