import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { readDatabases } from './support/databases.ts';
import { send } from './support/messages.ts';
import { drivePopup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage } from './support/storage.ts';
import { HF_TOKEN, PASSPHRASE, PUTER_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';
import { CHROMIUM_BUILD } from './support/world.ts';

const ROUTER = 'router.huggingface.co';
const stage = useStage();

async function setPassphrase(options: Awaited<ReturnType<typeof stage.openOptions>>): Promise<void> {
  await options.press('Set a passphrase');
  await options.paste('New passphrase', PASSPHRASE);
  await options.press('Set a passphrase');
  await options.says(words('passphrase_lead_open'));
}

describe('a passphrase for the tokens', () => {
  test('set in the options: no token lies readable anywhere, and pictures are made as before', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await setPassphrase(options);
    const kept = [
      JSON.stringify(await readStorage(options.page)),
      await readDatabases(options.page),
      await options.everything(),
    ].join('\n');
    for (const secret of [HF_TOKEN, PUTER_TOKEN, PASSPHRASE]) expect(kept).not.toContain(secret);
    const popup = await stage.openPopup();
    await popup.generate('a red fox');
    expect((await popup.picture()).provider).toBe('huggingface');
  });

  test('locked: what is pressed waits and sends nothing; a wrong passphrase is said; unlocked, it goes on', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await setPassphrase(options);
    await options.press('Lock now');
    await options.says(words('passphrase_locked_title'));
    stage.lab.log.length = 0;

    const popup = await stage.openPopup();
    await popup.find('heading', words('passphrase_locked_title'));
    await popup.generate('a red fox');
    await popup.status(words('progress_waiting_unlock'));
    const [job] = await readJobs(popup.page);
    expect(job).toMatchObject({ status: 'waiting', wait: { for: 'unlock' }, attempts: [] });
    expect(stage.lab.log).toEqual([]);

    await popup.fill('Passphrase', 'wrong passphrase');
    await popup.press('Unlock');
    await popup.page.waitForFunction(
      (text) => document.body.innerText.includes(text),
      { timeout: 60_000 },
      words('problem_TOKENS_PASSPHRASE_WRONG'),
    );
    expect(stage.lab.log).toEqual([]);
    await popup.fill('Passphrase', PASSPHRASE);
    await popup.press('Unlock');
    expect(await popup.picture()).toMatchObject({ provider: 'huggingface', alt: 'a red fox' });
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(1);
  });

  test('forgotten: after a question the tokens go, and nothing else', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await setPassphrase(options);
    await options.press('Lock now');
    await options.press('I forgot the passphrase');
    await options.press('Remove the tokens');
    await options.says(words('passphrase_lead_none'));
    const { secrets, ...rest } = await readStorage(options.page);
    expect(secrets).toEqual({});
    expect(Object.keys(rest)).not.toContain('secrets:rescued');
  });

  test('changed and removed with the current one', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await setPassphrase(options);
    await options.press('Change the passphrase');
    await options.paste('Current passphrase', 'not this one');
    await options.paste('New passphrase', 'another passphrase');
    await options.press('Change the passphrase');
    await options.says(words('problem_TOKENS_PASSPHRASE_WRONG'));
    await options.paste('Current passphrase', PASSPHRASE);
    await options.press('Change the passphrase');
    await options.find('button', 'Remove the passphrase');
    await options.press('Remove the passphrase');
    await options.paste('Current passphrase', 'another passphrase');
    await options.press('Remove the passphrase');
    await options.says(words('passphrase_lead_none'));
    expect(JSON.stringify(await readStorage(options.page))).toContain(HF_TOKEN);
  });
});

test('after the browser was closed: locked, until the passphrase is given', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'understudy-locked-'));
  const lab = await startLab();
  const launch = () => launchChromium({ lab, extensionDir: CHROMIUM_BUILD, userDataDir });
  let chromium = await launch();
  try {
    const page = await chromium.openPage('/manifest.json');
    await send(page, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    expect((await send(page, 'changePassphrase', { next: PASSPHRASE })).ok).toBe(true);
    // The worker's end is not the browser's.
    await chromium.killWorker();
    expect(await send(page, 'readSettings', {})).toMatchObject({ value: { passphrase: 'open' } });
    await chromium.kill();

    chromium = await launch();
    lab.log.length = 0;
    const popup = drivePopup(await chromium.openPopup());
    await popup.find('heading', words('passphrase_locked_title'));
    await popup.generate('a red fox');
    await popup.status(words('progress_waiting_unlock'));
    // Another worker finds it waiting, and leaves it so.
    await chromium.killWorker();
    expect(await send(popup.page, 'readSettings', {})).toMatchObject({ value: { passphrase: 'locked' } });
    expect((await readJobs(popup.page))[0]).toMatchObject({ status: 'waiting' });
    expect(lab.requestsTo(ROUTER)).toEqual([]);
    await popup.fill('Passphrase', PASSPHRASE);
    await popup.press('Unlock');
    expect((await popup.picture()).provider).toBe('huggingface');
  } finally {
    await chromium.close();
    await lab.close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
