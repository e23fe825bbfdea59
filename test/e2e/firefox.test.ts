import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { send } from './support/messages.ts';
import { drivePopup } from './support/popup.ts';
import { FIREFOX_BUILD } from './support/stage.ts';
import { emptyStorage } from './support/storage.ts';
import { HF_TOKEN, PUTER_TOKEN } from './support/tokens.ts';

describe('in Firefox', () => {
  let lab: Lab;
  let firefox: Firefox;

  beforeAll(async () => {
    lab = await startLab();
    firefox = await launchFirefox({ lab, extensionDir: FIREFOX_BUILD });
  });
  beforeEach(async () => {
    const page = await firefox.openPage('/options.html');
    await emptyStorage(page);
    lab.reset();
    await send(page, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    await send(page, 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
    await page.close();
  });
  afterAll(async () => {
    await firefox?.close();
    await lab?.close();
  });

  test('Hugging Face makes the picture', async () => {
    const popup = drivePopup(await firefox.openPopup('textarea'));
    await popup.generate('a red fox in the snow');
    expect(await popup.picture()).toMatchObject({ provider: 'huggingface', alt: 'a red fox in the snow' });
    expect(lab.violations).toEqual([]);
  });

  test('Hugging Face answers 503 and Puter steps in, with one request and no dialog', async () => {
    lab.answer({ host: 'router.huggingface.co' }, [{ status: 503, json: { error: 'Model too busy' } }]);
    const popup = drivePopup(await firefox.openPopup('textarea'));
    await popup.generate('a red fox in the snow');
    expect((await popup.picture()).provider).toBe('puter');
    expect(lab.requestsTo('api.puter.com').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /drivers/call',
    ]);
    expect(lab.violations).toEqual([]);
  });

  test('a rejected Puter token ends in a sentence, not in an invisible dialog', async () => {
    lab.answer({ host: 'router.huggingface.co' }, [{ status: 503, json: { error: 'Model too busy' } }]);
    lab.answer({ host: 'api.puter.com', path: '/drivers/call' }, [
      { status: 401, json: { error: 'x', message: 'Authentication failed', code: 'token_auth_failed' } },
    ]);
    const popup = drivePopup(await firefox.openPopup('textarea'));
    await popup.generate('a red fox in the snow');
    await popup.alert('Both image generation services are currently unavailable.');
  });
});
