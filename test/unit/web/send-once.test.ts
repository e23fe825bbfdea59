import { expect, test } from 'vitest';
import { sendOnce } from '../../../src/web/send-once.ts';

const URL_ = 'https://paid.example/';
type Sent = { body: string; streamed: boolean };

/** A browser that reads streamed bodies, or refuses them unread as it does over HTTP/1.1; then does what it is told. */
function browser(takesStreams: boolean, then: () => Response) {
  const sent: Sent[] = [];
  const fetch = async (_url: string, init: RequestInit = {}) => {
    const streamed = init.body instanceof ReadableStream;
    if (streamed && !takesStreams) throw new TypeError('Failed to fetch');
    sent.push({ body: await new Response(init.body).text(), streamed });
    return then();
  };
  return { fetch, sent };
}

const answer = () => new Response('done');
const breaks = (): Response => {
  throw new TypeError('Failed to fetch');
};

test('as a stream, which nobody can send twice', async () => {
  const { fetch, sent } = browser(true, answer);
  const response = await sendOnce(fetch, URL_, { method: 'POST' }, 'a fox 🦊');
  expect(await response.text()).toBe('done');
  expect(sent).toEqual([{ body: 'a fox 🦊', streamed: true }]);
});

test('the plain way where streams are refused unread: nothing had left', async () => {
  const { fetch, sent } = browser(false, answer);
  await sendOnce(fetch, URL_, { method: 'POST' }, 'a fox');
  expect(sent).toEqual([{ body: 'a fox', streamed: false }]);
});

test('never again once it was begun', async () => {
  const { fetch, sent } = browser(true, breaks);
  await expect(sendOnce(fetch, URL_, { method: 'POST' }, 'a fox')).rejects.toThrow('Failed to fetch');
  expect(sent).toHaveLength(1);
});

test('not once the user has given up', async () => {
  const { fetch, sent } = browser(false, answer);
  const init = { method: 'POST', signal: AbortSignal.abort() };
  await expect(sendOnce(fetch, URL_, init, 'a fox')).rejects.toThrow();
  expect(sent).toEqual([]);
});
