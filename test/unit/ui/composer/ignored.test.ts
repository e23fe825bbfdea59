import { expect, test } from 'vitest';
import { parseDraft } from '../../../../src/ui/composer/draft.ts';
import { firstModel, ignoredOf } from '../../../../src/ui/composer/ignored.ts';
import { settingsView, TOKEN_VIEW } from '../settings-view.ts';

const SCHNELL = 'black-forest-labs/FLUX.1-schnell';
const settings = settingsView(
  { huggingface: { model: SCHNELL }, puter: { model: 'gpt-image-1' } },
  { huggingface: TOKEN_VIEW, puter: TOKEN_VIEW },
);
const schnell = { name: 'FLUX.1-schnell', ignores: ['negativePrompt'] };

test.each([
  ['the usual one', '', schnell],
  [
    'the one that is typed',
    'stabilityai/stable-diffusion-3.5-large',
    { name: 'stable-diffusion-3.5-large', ignores: [] },
  ],
  ['with its route', `${SCHNELL}:fal-ai`, schnell],
  ['as an address', `https://huggingface.co/${SCHNELL}`, schnell],
])('%s', (_, typed, model) => expect(firstModel(settings, typed)).toEqual(model));

test('of the service that is asked first, be it that Hugging Face is not connected', () => {
  const image = { name: 'gpt-image-1', ignores: ['negativePrompt', 'seed'] };
  expect(firstModel({ ...settings, primary: 'puter' }, SCHNELL)).toEqual(image);
  expect(firstModel({ ...settings, tokens: { puter: TOKEN_VIEW } }, SCHNELL)).toEqual(image);
});

test('nothing is said of a model that only its service knows, nor before the settings are read', () => {
  const apiUrl = 'https://own.example/generate';
  expect(firstModel({ ...settings, huggingface: { ...settings.huggingface, apiUrl } }, '')).toBeUndefined();
  const puter = { ...settings.puter, model: '' };
  expect(firstModel({ ...settings, primary: 'puter', puter }, '')).toBeUndefined();
  expect(firstModel(undefined, SCHNELL)).toBeUndefined();
});

test('only options that are set are reported as ignored', () => {
  expect(ignoredOf(settings, parseDraft({ seed: '4', negativePrompt: ' ' }))).toEqual([]);
  expect(ignoredOf(settings, parseDraft({ seed: '4', negativePrompt: 'fog' }))).toEqual(['negativePrompt']);
  expect(ignoredOf(settings, parseDraft({ negativePrompt: 'fog', model: 'acme/fox' }))).toEqual([]);
});
