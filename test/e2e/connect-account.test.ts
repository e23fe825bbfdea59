import { expect, test } from 'vitest';
import { drive } from './support/page.ts';
import { drivePopup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const stage = useStage();

test('Connect in the popup leads to the token field, and from there back to what was typed', async () => {
  const popup = await stage.openToolbarPopup();
  await popup.write('a boat on a lake');
  const closed = new Promise((done) => popup.page.once('close', done));
  await popup.press('Connect Hugging Face');
  const target = await stage.chromium.browser.waitForTarget((one) =>
    one.url().endsWith('/options.html#huggingface'),
  );
  await closed;
  const page = await target.page();
  if (!page) throw new Error('The options have no page');
  const options = drive(page);
  const field = await options.find('textbox', 'Hugging Face token');
  await page.waitForFunction((input) => input === document.activeElement, {}, field);

  await page.keyboard.type(HF_TOKEN);
  await page.keyboard.press('Enter');
  const next = await options.find('button', words('account_make_picture'));
  await page.waitForFunction((button) => button === document.activeElement, {}, next);
  const known = new Set(stage.chromium.browser.targets());
  await page.keyboard.press('Enter');
  const opened = await stage.chromium.browser.waitForTarget(
    (one) => !known.has(one) && one.url().endsWith('/popup.html'),
  );
  const again = drivePopup(await opened.asPage());
  await again.button('Generate');
  await again.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a boat on a lake');
  expect(await again.page.$('.account-cards')).toBeNull();
  await again.press('Generate');
  expect((await again.picture()).alt).toBe('a boat on a lake');
  await again.page.close();
});
