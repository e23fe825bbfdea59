import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDefaultSuggestion } from '../../../src/browser/default-suggestion.ts';

let said: string[];
beforeEach(() => {
  said = [];
  const setDefaultSuggestion = async ({ description }: { description: string }) => {
    said.push(description);
    if (description === '') throw new Error('No words');
  };
  Object.assign(fakeBrowser, { omnibox: { setDefaultSuggestion } });
});

test('is set again only with other words', async () => {
  const suggest = createDefaultSuggestion();
  for (const words of ['Make a picture', 'Make a picture', 'Ein Bild machen', 'Make a picture'])
    await suggest(words);
  expect(said).toEqual(['Make a picture', 'Ein Bild machen', 'Make a picture']);
});

test('is tried again where it failed', async () => {
  const suggest = createDefaultSuggestion();
  await expect(suggest('')).rejects.toThrow('No words');
  await expect(suggest('')).rejects.toThrow('No words');
  expect(said).toEqual(['', '']);
});

test('does without an address bar that can be extended', async () => {
  Object.assign(fakeBrowser, { omnibox: undefined });
  await createDefaultSuggestion()('Make a picture');
  expect(said).toEqual([]);
});
