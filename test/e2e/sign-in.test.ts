import { expect, test } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { useBuilds } from './support/build-with.ts';
import { drive, WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { words } from './support/words.ts';

const LOOKS = [
  { scheme: 'light', width: 1100 },
  { scheme: 'dark', width: 400 },
] as const;

const buildWith = useBuilds();
const stage = useStage({
  build: async () => {
    const { code, folder, said } = await buildWith({ UNDERSTUDY_HF_CLIENT_ID: 'understudy-e2e' });
    if (code !== 0) throw new Error(said);
    return folder;
  },
});
const openWelcome = async () => drive(await stage.chromium.openPage('/welcome.html'));
const newestCode = () => stage.lab.huggingface.oauth.codes().at(-1) ?? '';
const renewals = () =>
  stage.lab
    .requestsTo('huggingface.co')
    .filter(({ bodyText }) => bodyText.includes('grant_type=refresh_token'));

test('signed in by a code that is allowed while the page is closed and the worker was killed; then out again', async () => {
  const welcome = await openWelcome();
  await welcome.find('button', words('sign_in'));
  expect(await findBarriers(welcome.page, LOOKS)).toEqual([]);
  expect(stage.lab.log).toEqual([]);
  await welcome.press(words('sign_in'));
  await welcome.find('button', words('sign_in_open'));
  await welcome.shows(newestCode());
  await welcome.status(words('sign_in_waiting', newestCode()));
  expect(await findBarriers(welcome.page, LOOKS)).toEqual([]);
  await welcome.page.close();
  await stage.chromium.killWorker();
  stage.lab.huggingface.oauth.allow(newestCode());

  const again = await openWelcome();
  await again.shows(words('account_signed_in_as', 'someuser'));
  expect(stage.lab.huggingface.oauth.codes()).toHaveLength(1);
  await again.press('Generate');
  await again.status(words('welcome_made'));
  const paid = stage.lab.requestsTo('router.huggingface.co');
  expect(paid.map(({ headers }) => headers.authorization)).toEqual(['Bearer hf_oauth_access_2']);
  expect(renewals()).toEqual([]);
  await again.page.close();

  const options = drive(await stage.chromium.openPage('/options.html'));
  await options.press(words('account_manage_named', 'Hugging Face'));
  await options.press(words('account_disconnect'));
  await options.press(words('account_disconnect_yes', 'Hugging Face'));
  await options.shows(words('account_revoke_sign_in'));
  await options.page.waitForSelector('a[href="https://huggingface.co/settings/connected-applications"]');
  await options.find('button', words('sign_in'));
});

test('in the options: denied, cancelled, refused and signed in again', async () => {
  const options = drive(await stage.chromium.openPage('/options.html'));
  await options.press(words('sign_in'));
  await options.find('button', words('sign_in_open'));
  stage.lab.huggingface.oauth.deny(newestCode());
  await options.alert(words('sign_in_denied'));
  expect(await findBarriers(options.page, LOOKS)).toEqual([]);

  await options.press(words('sign_in'));
  await options.find('button', words('sign_in_open'));
  await options.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await options.press(words('sign_in_cancel'), '#huggingface');
  const button = await options.find('button', words('sign_in'));
  await options.page.waitForFunction((it) => it === document.activeElement, {}, button);

  await options.press(words('sign_in'));
  await options.find('button', words('sign_in_open'));
  stage.lab.huggingface.oauth.allow(newestCode());
  await options.shows(words('account_signed_in_as', 'someuser'));
  await options.page.waitForFunction(
    (said) => document.querySelector('[data-announcer]')?.textContent === said,
    WAIT,
    words('sign_in_done'),
  );

  // Withdrawn at Hugging Face meanwhile: one picture is refused, one renewal too, and nothing is sent again.
  stage.lab.huggingface.oauth.withdraw();
  stage.lab.answer({ host: 'router.huggingface.co' }, [
    { status: 401, json: { error: 'Invalid username or password.' } },
  ]);
  const popup = await stage.openPopup();
  await popup.write('a fox');
  await popup.press('Generate');
  await popup.alert();
  await options.shows(words('account_sign_in_ended'));
  await options.page.bringToFront();
  await options.find('button', words('sign_in_again'));
  expect(renewals()).toHaveLength(1);
  expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(1);
});
