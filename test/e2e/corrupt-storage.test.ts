import { describe, expect, test } from 'vitest';
import { clearDatabase, databaseNames, spoilDatabase } from './support/databases.ts';
import { useStage } from './support/stage.ts';
import { readStorage, writeStorage } from './support/storage.ts';
import { HF_TOKEN, PUTER_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const stage = useStage({ losesRecords: true });
const GALLERY = 'understudy-gallery';

describe('corrupt storage', () => {
  const job = (id: string, more: object) => ({
    [`job:${id}`]: {
      id,
      request: { prompt: `prompt of ${id}`, style: 'none' },
      origin: 'popup',
      status: 'failed',
      createdAt: 1,
      endedAt: 2,
      attempts: [],
      ...more,
    },
  });

  test.each([
    ['a string', 'garbage'],
    ['a list', [1, 2]],
    ['a number', 7],
  ])(
    'settings that are %s: defaults stand in, it is said, the tokens are still there, and what was is kept',
    async (_what, garbage) => {
      await stage.connect();
      const first = await stage.openOptions();
      await writeStorage(first.page, { settings: garbage });
      await first.page.close();
      const options = await stage.openOptions();
      await options.says(words('options_repaired'));
      await options.says(words('account_connected_as', 'someuser', '6789'), 'huggingface');
      await options.says(words('account_connected', '6789'), 'puter');
      await options.goTo('Advanced');
      await options.paste('Hugging Face may take', '40');
      await options.leave();
      await options.saved('Hugging Face may take');
      expect(await readStorage(options.page)).toMatchObject({
        'settings:rescued': garbage,
        settings: { huggingface: { timeoutMs: 40_000 } },
      });
      const popup = await stage.openPopup();
      await popup.generate('a boat');
      await popup.picture();
    },
  );

  test('one bad value among settings costs that value alone', async () => {
    await stage.connect();
    const first = await stage.openOptions();
    await writeStorage(first.page, {
      settings: {
        version: 9,
        primary: 'puter',
        huggingface: { model: 'https://evil.example', timeoutMs: 'soon', routeOrder: { a: 1 } },
        puter: { timeoutMs: 45_000 },
        sources: [{ id: 'huggingface', name: 'Hub', url: 'javascript:1' }, 7, null],
      },
    });
    await first.page.reload();
    await first.says(words('options_order_both_puter'), 'order');
    await first.says(words('options_repaired'));
    await first.goTo('Advanced');
    expect(await first.valueOf('Puter may take')).toBe('45');
    expect(await first.valueOf('Hugging Face may take')).toBe('30');
    await first.goTo('Pictures');
    expect(await first.valueOf('Model at Hugging Face')).toBe('black-forest-labs/FLUX.1-schnell');
  });

  test.each([
    ['null', null],
    ['a string', 'garbage'],
    ['a record of nonsense', { huggingface: 7, puter: { token: 3 }, 'source:x': [] }],
  ])('secrets that are %s: it is said, and a token can be saved', async (_what, garbage) => {
    const options = await stage.openOptions();
    await writeStorage(options.page, { secrets: garbage });
    const popup = await stage.openPopup();
    await popup.button('Connect Hugging Face');
    expect(await popup.page.$('[role="alert"]')).toBeNull();
    await options.page.bringToFront();
    await options.page.reload();
    await options.says(words('options_repaired'));
    await options.paste('Hugging Face token', HF_TOKEN);
    await options.page.keyboard.press('Enter');
    await options.says(words('account_connected_as', 'someuser', '6789'), 'huggingface');
  });

  test('one secret that cannot be read leaves the others', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    const { secrets } = (await readStorage(options.page)) as { secrets: object };
    await writeStorage(options.page, { secrets: { ...secrets, puter: 'garbage' } });
    await options.page.reload();
    await options.says(words('account_connected_as', 'someuser', '6789'), 'huggingface');
    await options.find('button', 'Connect Puter');
    await options.says(words('options_repaired'));
    await options.paste('Puter token', PUTER_TOKEN);
    await options.page.keyboard.press('Enter');
    await options.says(words('account_connected', '6789'), 'puter');
    await options.page.waitForFunction(
      (text) => !document.body.innerText.includes(text),
      {},
      words('options_repaired'),
    );
  });

  test('job records with wrong types are passed over; the ones that can be read are shown', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, {
      'job:a': 'garbage',
      'job:b': null,
      'job:c': { id: 'c' },
      ...job('d', { request: { prompt: 7, style: 'none' } }),
      ...job('e', { status: 'flying' }),
      ...job('f', { attempts: [{ provider: 'nobody' }] }),
      ...job('g', { createdAt: 'yesterday' }),
      'job:h': job('other-id', {})['job:other-id'],
      ...job('good', { createdAt: 5, status: 'interrupted' }),
    });
    await stage.chromium.killWorker();
    const popup = await stage.openPopup();
    await popup.alert(words('error_interrupted'));
    await popup.press('Retry');
    expect((await popup.picture()).alt).toBe('prompt of good');
  });

  test('a record that claims to run ends as interrupted, and nothing is sent for it', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, {
      ...job('running', { status: 'running', createdAt: Date.now(), attempts: [] }),
    });
    await stage.chromium.killWorker();
    await stage.openPopup();
    await expect
      .poll(async () => (await readStorage(options.page))['job:running'])
      .toMatchObject({ status: 'interrupted' });
    expect(stage.lab.requestsTo('router.huggingface.co')).toEqual([]);
  });

  test.each([
    ['a string', 'garbage'],
    ['null', null],
    ['wrong types', { prompt: 7, style: 'cubism', shape: {}, seed: 12, model: ['x'], negativePrompt: null }],
  ])('a draft that is %s: an empty one, and typing is kept again', async (_what, garbage) => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, { 'popup:draft': garbage });
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.picture();
    await popup.page.reload();
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a boat');
  });

  test('a draft with one bad field keeps the others', async () => {
    await stage.connect();
    const options = await stage.openOptions();
    await writeStorage(options.page, { 'popup:draft': { prompt: 'kept', style: 'cubism', seed: '12' } });
    const popup = await stage.openPopup();
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'kept');
    await popup.press('More settings');
    const seed = await popup.find('textbox', 'Seed');
    expect(await seed.evaluate((field) => (field as HTMLInputElement).value)).toBe('12');
  });

  test('databases with broken records: the picture is made, and an earlier one that is gone is said', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    await popup.generate('the first');
    await popup.picture();
    for (const name of await databaseNames(popup.page)) {
      await (name === GALLERY ? clearDatabase : spoilDatabase)(popup.page, name);
    }
    await popup.page.reload();
    await popup.alert(words('popup_picture_missing'));
    await popup.generate('the second');
    await popup.page.waitForSelector('figure img[alt="the second"]');
    await popup.page.reload();
    await popup.page.waitForSelector('figure img[alt="the second"]');
  });

  test('a gallery record without sense shows a sentence, not an empty popup', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    await popup.generate('the first');
    await popup.picture();
    await spoilDatabase(popup.page, GALLERY);
    await popup.page.reload();
    const alert = await popup.alert();
    expect(alert).toContain(words('popup_picture_missing'));
    await popup.generate('the second');
    await popup.page.waitForSelector('figure img[alt="the second"]');
  });
});
