import { expect, test } from 'vitest';
import type { Job } from '../../src/jobs/index.ts';
import { killNetworkProcess } from '../browser/kill-network-process.ts';
import { endedJob } from './support/ended-job.ts';
import type { Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { words } from './support/words.ts';

const ROUTER = 'router.huggingface.co';
const PUTER = { host: 'api.puter.com', path: '/drivers/call' };

// The test over HTTP/1.1 shows what no record can: a browser that repeats a request by itself.
const stage = useStage({ losesRecords: true });

const paid = () => stage.lab.requestsTo(ROUTER).filter(({ method }) => method === 'POST');

/** A first picture opens the connection; over the same one the second request is read, and the connection reset. */
async function breakReusedConnection() {
  await stage.connect();
  const popup = await stage.openToolbarPopup();
  await popup.generate('a red fox');
  expect((await popup.picture()).provider).toBe('huggingface');
  stage.lab.answer({ host: ROUTER }, ['reset-reused']);
  const before = paid().length;
  await popup.generate('a blue fox');
  const job = await endedJob(popup.page, 'a blue fox');
  const asked = paid().slice(before);
  expect(asked[0]?.connection.served).toBeGreaterThan(0);
  return { asked, job, popup };
}

/** The browser stopped the worker in the middle: it is said, with what it may have cost, and nobody else was asked. */
async function expectInterrupted(popup: Popup, job: Job): Promise<void> {
  expect(job.status).toBe('interrupted');
  expect(await popup.alert(words('error_interrupted'))).toContain(words('error_help_interrupted'));
  expect(stage.lab.requestsTo(PUTER.host, PUTER.path)).toEqual([]);
}

test('over HTTP/2, as Hugging Face speaks it, a paid request arrives once, whatever becomes of the job', async () => {
  const { asked, job, popup } = await breakReusedConnection();
  expect(asked.map(({ connection }) => connection.protocol)).toEqual(['h2']);
  // Which of the two it is depends on which of Chromium's processes comes first: see sendOnce.
  if (job.status !== 'succeeded') return expectInterrupted(popup, job);
  expect(job.attempts.map(({ provider, error }) => [provider, error?.code])).toEqual([
    ['huggingface', 'NETWORK_ERROR'],
    ['puter', undefined],
  ]);
});

test.skipIf(process.platform !== 'linux')(
  "Chromium's own process for the network ends while a service is asked: said, and nothing sent by itself",
  async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(({ host }) => host === ROUTER);
    await killNetworkProcess(stage.chromium.browser);
    await expectInterrupted(popup, await endedJob(popup.page, 'a red fox'));
    expect(paid()).toHaveLength(1);
    stage.lab.answer({ host: ROUTER }, ['pass']);
    await popup.press('Retry');
    expect((await popup.picture()).provider).toBe('huggingface');
    expect(paid()).toHaveLength(2);
  },
);

test('over HTTP/1.1 the browser itself sends it once more, and Understudy not at all', async () => {
  stage.lab.http1Hosts.add(ROUTER);
  const { asked, job } = await breakReusedConnection();
  expect(asked.map(({ connection }) => connection.protocol)).toEqual(['http/1.1', 'http/1.1']);
  expect(asked[1]?.bodyText).toBe(asked[0]?.bodyText);
  expect(job.attempts.map(({ provider, routes }) => [provider, routes.length])).toEqual([['huggingface', 1]]);
});
