import { expect, test } from 'vitest';
import { createClient } from '../../../../src/hub/client/client.ts';
import { createCoolDowns } from '../../../../src/hub/client/cool-down.ts';
import { createSlots } from '../../../../src/hub/client/slots.ts';
import { DEFAULT_SETTINGS } from '../../../../src/hub/config.ts';
import { repositoryQuestion } from '../../../../src/hub/protocol/questions.ts';
import type { Fetch, Source } from '../../../../src/hub/types.ts';
import { createMemoryStore } from '../../../../src/storage/key-value-store.ts';
import { fakeNetwork, json } from '../fake-network.ts';
import { source } from '../make-hub.ts';

const a = source('a', { token: 'secret' });

function clientOver(fetch: Fetch, sources: () => Source[] = () => [a]) {
  const clock = { now: () => 0 };
  return createClient({
    fetch,
    clock,
    slots: createSlots(() => 5),
    coolDowns: createCoolDowns(createMemoryStore(), clock, async ({ id }) => id),
    settings: () => DEFAULT_SETTINGS,
    sources,
  });
}

const never = new AbortController().signal;

test('no cookies, no cache, no referrer', async () => {
  let sent: RequestInit | undefined;
  const ask = clientOver(async (_, init) => {
    sent = init;
    return json({ id: 'o/r' });
  });
  await ask(a, repositoryQuestion('https://a.test/api/models/o/r'), never);
  expect(sent).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
});

test('an answer from another origin is cancelled unread', async () => {
  let pulled = 0;
  const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
  const response = Object.defineProperty(new Response(body), 'url', { value: 'https://evil.test/' });
  const ask = clientOver(async () => response);
  const answer = await ask(a, repositoryQuestion('https://a.test/api/models/o/r'), never);
  expect(answer).toMatchObject({ verdict: 'invalid', reason: 'other-origin' });
  expect(pulled).toBe(0);
});

test.each([
  ['https://a.test/api/models/o/r', 'Bearer secret'],
  ['https://a.test.evil.test/api/models/o/r', null],
  ['http://a.test/api/models/o/r', null],
  ['https://a.test:8443/api/models/o/r', null],
])('whatever question is asked, a token goes to its own origin: %s', async (url, authorization) => {
  const { fetch, requests } = fakeNetwork(() => json({ id: 'o/r' }));
  await clientOver(fetch)(a, repositoryQuestion(url), never);
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([authorization]);
});
