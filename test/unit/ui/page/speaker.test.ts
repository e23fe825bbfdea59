import { expect, test } from 'vitest';
import type { Messages } from '../../../../src/language/index.ts';
import { createSpeaker } from '../../../../src/ui/page/speaker.ts';

function bench({ browserHasTexts = true, broken = [] as string[] } = {}) {
  const state = { shown: [] as (string | undefined)[], broken };
  const speak = createSpeaker({
    browserText: () => (browserHasTexts ? 'Understudy' : ''),
    uiLanguage: () => 'en',
    async readFile(path) {
      if (state.broken.some((language) => path.includes(`/${language}/`)))
        throw new TypeError('Failed to fetch');
      return Response.json({ extension_name: { message: path.split('/')[2] } });
    },
    show: (messages: Messages | undefined) => state.shown.push(messages?.extension_name),
  });
  return { speak, state };
}

test("the browser's language, another one, and back", async () => {
  const { speak, state } = bench();
  for (const choice of ['browser', 'browser', 'de', 'browser']) await speak(choice);
  expect(state.shown).toEqual([undefined, 'de', undefined]);
});

test('where the browser hands out no texts, the page has its own from the beginning, and after a choice was taken back', async () => {
  const { speak, state } = bench({ browserHasTexts: false });
  for (const choice of ['browser', 'de', 'browser']) await speak(choice);
  expect(state.shown).toEqual(['en', 'de', 'en']);
});

test("a language that cannot be read at the beginning: the page speaks the browser's, and reads it again later", async () => {
  const { speak, state } = bench({ browserHasTexts: false, broken: ['de'] });
  await speak('de');
  expect(state.shown).toEqual(['en']);
  state.broken = [];
  await speak('de');
  expect(state.shown).toEqual(['en', 'de']);
});

test('one that cannot be read later changes nothing', async () => {
  const { speak, state } = bench({ broken: ['fr'] });
  for (const choice of ['de', 'fr']) await speak(choice);
  expect(state.shown).toEqual(['de']);
});

test('of two that are chosen in a row the second is spoken', async () => {
  const { speak, state } = bench();
  await Promise.all([speak('de'), speak('fr')]);
  expect(state.shown).toEqual(['fr']);
});
