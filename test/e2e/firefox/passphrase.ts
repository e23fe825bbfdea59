import { expect, test } from 'vitest';
import { send } from '../support/messages.ts';
import { driveOptions } from '../support/options.ts';
import { drive } from '../support/page.ts';
import { drivePopup } from '../support/popup.ts';
import { readStorage } from '../support/storage.ts';
import { PASSPHRASE, PUTER_TOKEN } from '../support/tokens.ts';
import { words } from '../support/words.ts';
import { stage } from './stage.ts';

test('in Firefox, too: closed up, locked, unlocked', async () => {
  const page = await stage.firefox.openPage('/options.html');
  await send(page, 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
  const options = driveOptions(page);
  await options.press('Set a passphrase');
  // Firefox gives the field of a password another role.
  await drive(page).fill('New passphrase', PASSPHRASE);
  await options.press('Set a passphrase');
  await options.says(words('passphrase_lead_open'));
  expect(JSON.stringify(await readStorage(page))).not.toContain(PUTER_TOKEN);
  await options.press('Lock now');
  await drive(page).fill('Passphrase', PASSPHRASE);
  await options.press('Unlock');
  await options.says(words('passphrase_lead_open'));
  const popup = drivePopup(await stage.firefox.openPopup('textarea'));
  await popup.generate('a red fox');
  expect((await popup.picture()).provider).toBe('puter');
});
