import { expect, test } from 'vitest';
import { send } from './support/messages.ts';
import type { Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { words } from './support/words.ts';

const PUTER = 'api.puter.com';
const LIST = '/puterai/image/models/details';

const stage = useStage();

/** What *Generate* says of itself beside its name, and shows behind it. */
async function saidBy(popup: Popup, name: string): Promise<(string | null)[]> {
  const button = await popup.button(name);
  return button.evaluate((one) => [
    one.getAttribute('aria-description'),
    one.querySelector('[data-price]')?.getAttribute('data-price') ?? null,
  ]);
}
const about = (price: string) => [words('popup_price_about', price), words('popup_price_about', price)];

test('what a press costs is on the button where the service says so, and four cost four times as much', async () => {
  await stage.connect({ huggingface: false });
  const popup = await stage.openToolbarPopup();
  await expect.poll(() => saidBy(popup, 'Generate')).toEqual(about('$0.0028'));
  await popup.press('More settings');
  await expect.poll(() => popup.text()).toContain(words('popup_price_each', '$0.0028', 'Puter'));
  for (let more = 1; more < 4; more += 1) await popup.press(words('popup_pictures_more'));
  await expect.poll(() => saidBy(popup, 'Generate 4')).toEqual(about('$0.011'));

  // Another model, another price; one whose price nobody knows before has none.
  await send(popup.page, 'updateSettings', { patch: { puter: { model: 'flux-schnell' } } });
  await expect.poll(() => saidBy(popup, 'Generate 4')).toEqual(about('$0.012'));
  await send(popup.page, 'updateSettings', { patch: { puter: { model: 'gpt-image-1-mini' } } });
  await expect.poll(() => saidBy(popup, 'Generate 4')).toEqual([null, null]);
  await expect.poll(() => popup.text()).toContain(words('popup_price_unsaid', 'Puter'));

  expect(stage.lab.requestsTo(PUTER).map(({ path }) => path)).toEqual([LIST]);
  expect(stage.lab.requestsTo(PUTER)[0]?.headers.authorization).toBeUndefined();
});

test('Hugging Face says no price before: nothing stands on the button, and Puter is not asked until somebody looks', async () => {
  await stage.connect();
  const popup = await stage.openToolbarPopup();
  await popup.write('a boat');
  expect(await saidBy(popup, 'Generate')).toEqual([null, null]);
  expect(stage.lab.requestsTo(PUTER)).toEqual([]);
  await popup.press('More settings');
  await expect.poll(() => popup.text()).toContain(words('popup_price_unsaid', 'Hugging Face'));
  await expect.poll(() => popup.text()).toContain(words('popup_price_instead', 'Puter', '$0.0028'));
  expect(await saidBy(popup, 'Generate')).toEqual([null, null]);
});

test('a price list that does not come keeps nobody from a picture', async () => {
  await stage.connect({ huggingface: false });
  stage.lab.answer({ host: PUTER, path: LIST }, ['hang']);
  const popup = await stage.openToolbarPopup();
  await stage.lab.waitForRequest(({ path }) => path === LIST);
  await popup.generate('a boat');
  expect((await popup.picture()).provider).toBe('puter');
});
