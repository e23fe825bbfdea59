import { describe, expect, test } from 'vitest';
import { send } from './support/messages.ts';
import { drive, WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readJobs } from './support/storage.ts';
import { words } from './support/words.ts';

const stage = useStage();
const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';
const gone = (host: string) => stage.lab.waitForRequest((entry) => entry.host === host && entry.closedEarly);

describe('Cancel', () => {
  test('while Hugging Face runs: the connection closes, Puter is not asked, no error', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(({ host }) => host === ROUTER);
    await popup.press('Cancel');
    await gone(ROUTER);
    await popup.status(words('progress_cancelled'));
    expect(await popup.page.$('[role="alert"]')).toBeNull();
    expect((await readJobs(popup.page))[0]?.status).toBe('cancelled');
    expect(stage.lab.requestsTo(PUTER)).toHaveLength(0);
  });

  test('while Puter runs: its connection closes too', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'busy' } }]);
    stage.lab.answer({ host: PUTER, path: '/drivers/call' }, ['hang']);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(({ host, method }) => host === PUTER && method === 'POST');
    await popup.press('Cancel');
    await gone(PUTER);
    await popup.status(words('progress_cancelled'));
    expect((await readJobs(popup.page))[0]?.status).toBe('cancelled');
  });

  test('while it waits for its services: said as what costs nothing; and one that is not cancelled begins when it is told to, by another worker', async () => {
    await stage.connect();
    const busy = { status: 429, headers: { 'retry-after': '600' }, json: { error: 'slow' } };
    for (const host of [ROUTER, PUTER]) stage.lab.answer({ host }, [busy, busy, 'pass']);
    const popup = await stage.openPopup();
    await send(popup.page, 'updateSettings', { patch: { jobs: { waits: true } } });
    const states = async () => (await readJobs(popup.page)).map(({ status }) => status);
    await popup.generate('a red fox');
    await expect.poll(states, WAIT).toEqual(['waiting']);
    await popup.press('Cancel');
    await drive(popup.page).shows(words('popup_cancelled_uncharged'));
    await popup.generate('a blue whale');
    await expect.poll(states, WAIT).toEqual(['waiting', 'cancelled']);
    const asked = stage.lab.requestsTo(ROUTER).length;
    await stage.chromium.killWorker();
    await popup.press('Start now');
    await expect.poll(states, WAIT).toEqual(['succeeded', 'cancelled']);
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(asked + 1);
  });

  test('while it waits its turn: nothing was sent for it, and the others go on', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    const request = (prompt: string) => ({
      request: { prompt, style: 'none' as const },
      origin: 'popup' as const,
    });
    await send(popup.page, 'generate', request('one'));
    await send(popup.page, 'generate', request('two'));
    await stage.lab.waitForRequest(() => stage.lab.requestsTo(ROUTER).length === 2);
    await send(popup.page, 'generate', request('three'));
    await popup.status(words('progress_queued'));
    await popup.press('Cancel');
    const states = async () =>
      Object.fromEntries((await readJobs(popup.page)).map((job) => [job.request.prompt, job.status]));
    await expect.poll(states).toEqual({ one: 'running', two: 'running', three: 'cancelled' });
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(2);
    for (const { id } of await readJobs(popup.page)) await send(popup.page, 'cancel', { jobId: id });
  });
});
