import { describe, expect, test } from 'vitest';
import { send } from './support/messages.ts';
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
