import { describe, expect, test } from 'vitest';
import { gate } from '../lab/script.ts';
import { send } from './support/messages.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage } from './support/storage.ts';

const stage = useStage();
const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';

describe('from a prompt to a picture', () => {
  test('Hugging Face makes it; Puter hears nothing', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox in the snow');
    const picture = await popup.picture();
    expect(picture).toMatchObject({ provider: 'huggingface', alt: 'a red fox in the snow' });
    expect(picture.width).toBeGreaterThanOrEqual(64);
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(1);
    expect(stage.lab.requestsTo(PUTER)).toHaveLength(0);
    expect(stage.lab.violations).toEqual([]);
    await popup.button('Generate');
  });

  test('on the day Hugging Face answers 503, Puter makes it, and the popup says why', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'Model too busy' } }]);
    const { step, open } = gate();
    stage.lab.answer({ host: PUTER, path: '/drivers/call' }, [step]);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox in the snow');
    await popup.status('Primary service unavailable, trying backup…');
    open();
    expect(await popup.picture()).toMatchObject({ provider: 'puter', alt: 'a red fox in the snow' });
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(1);
    expect(stage.lab.requestsTo(PUTER).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /drivers/call',
    ]);
    expect(stage.lab.violations).toEqual([]);
    const [job] = await readJobs(popup.page);
    expect(job?.attempts.map(({ provider, outcome }) => [provider, outcome])).toEqual([
      ['huggingface', 'failed'],
      ['puter', 'succeeded'],
    ]);
  });

  test('prompt, negative prompt, size and seed reach both services as they were given', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [{ status: 500, json: { error: 'unknown error' } }]);
    const popup = await stage.openToolbarPopup();
    await send(popup.page, 'generate', {
      origin: 'popup',
      request: {
        prompt: 'a lighthouse',
        style: 'watercolor',
        negativePrompt: 'blurry',
        width: 512,
        height: 768,
        seed: 7,
      },
    });
    await popup.picture();
    const [asked] = stage.lab.requestsTo(ROUTER);
    const [again] = stage.lab.requestsTo(PUTER, '/drivers/call');
    const first = JSON.parse(asked?.bodyText ?? '{}');
    const second = JSON.parse(again?.bodyText ?? '{}').args;
    expect(first.prompt).toContain('a lighthouse');
    expect(first.prompt).toContain('watercolour');
    expect(second.prompt).toBe(first.prompt);
    expect(second).toMatchObject({ width: 512, height: 768, seed: 7, negative_prompt: 'blurry' });
    expect(JSON.stringify(first)).toContain('blurry');
  });

  test('Puter first, when the user says so; Hugging Face is then the backup', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await send(popup.page, 'updateSettings', { patch: { primary: 'puter' } });
    stage.lab.answer({ host: PUTER, path: '/drivers/call' }, [
      { status: 503, json: { error: 'x', message: 'x', code: 'db_unavailable' } },
    ]);
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('huggingface');
  });

  test('one service connected is enough', async () => {
    await stage.connect({ huggingface: false });
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    expect((await popup.picture()).provider).toBe('puter');
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(0);
  });

  test('no account at all: a welcome, no error', async () => {
    const popup = await stage.openToolbarPopup();
    await popup.button('Connect Hugging Face');
    expect(await popup.page.$('[role="alert"]')).toBeNull();
    await popup.write('kept while I connect');
    await popup.page.reload();
    await popup.page.waitForFunction(
      () => document.querySelector('textarea')?.value === 'kept while I connect',
    );
  });

  test('Ctrl+Enter generates, and the draft survives a closed popup', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await popup.write('drawn by keyboard');
    await popup.page.keyboard.down('Control');
    await popup.page.keyboard.press('Enter');
    await popup.page.keyboard.up('Control');
    await popup.picture();
    await popup.page.close();
    const again = await stage.openToolbarPopup();
    expect((await again.picture()).alt).toBe('drawn by keyboard');
    expect(JSON.stringify(await readStorage(again.page))).toContain('drawn by keyboard');
  });
});
