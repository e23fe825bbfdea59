import { expect, test } from 'vitest';
import { useStage } from './support/stage.ts';
import { readJobs } from './support/storage.ts';

const ROUTER = 'router.huggingface.co';

// The last test shows what no record can: a browser that repeats a request by itself.
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
  await popup.page.waitForSelector('figure[data-provider] img[alt="a blue fox"]');
  const asked = paid().slice(before);
  expect(asked[0]?.connection.served).toBeGreaterThan(0);
  const [job] = await readJobs(popup.page);
  return { asked, job };
}

test('over HTTP/2, as Hugging Face speaks it, a paid request arrives once: the failure is known, and Puter steps in', async () => {
  const { asked, job } = await breakReusedConnection();
  expect(asked.map(({ connection }) => connection.protocol)).toEqual(['h2']);
  expect(job?.attempts.map(({ provider, error }) => [provider, error?.code])).toEqual([
    ['huggingface', 'NETWORK_ERROR'],
    ['puter', undefined],
  ]);
});

test('over HTTP/1.1 the browser itself sends it once more, and Understudy not at all', async () => {
  stage.lab.http1Hosts.add(ROUTER);
  const { asked, job } = await breakReusedConnection();
  expect(asked.map(({ connection }) => connection.protocol)).toEqual(['http/1.1', 'http/1.1']);
  expect(asked[1]?.bodyText).toBe(asked[0]?.bodyText);
  expect(job?.attempts.map(({ provider, routes }) => [provider, routes.length])).toEqual([
    ['huggingface', 1],
  ]);
});
