import { describe, expect, test } from 'vitest';
import { canStreamBodies, createSendOnce } from '../../../../../src/providers/puter/isolated/send-once.ts';

const URL = 'https://api.puter.com/drivers/call';
const INIT = { method: 'POST', body: '{"a":1}' };

/** A line that answers each request in turn; `reads` says whether it reads the body before it breaks. */
function line(...turns: ('ok' | 'refused' | 'reset')[]) {
  const sent: ['stream' | 'plain', string][] = [];
  const fetch = async (_: string, { body }: RequestInit = {}) => {
    const turn = turns.shift();
    if (body instanceof ReadableStream && turn === 'refused') throw new TypeError('Failed to fetch');
    sent.push([body instanceof ReadableStream ? 'stream' : 'plain', await new Response(body).text()]);
    if (turn !== 'ok') throw new TypeError('Failed to fetch');
    return new Response('fine');
  };
  return { sent, fetch };
}

describe('a body is sent once', () => {
  test('as a stream, where streams are sent', async () => {
    const { sent, fetch } = line('ok');
    await createSendOnce(fetch, true)(URL, INIT);
    expect(sent).toEqual([['stream', INIT.body]]);
  });

  test('and not again when the connection is reset after it was read', async () => {
    const { sent, fetch } = line('reset', 'ok');
    await expect(createSendOnce(fetch, true)(URL, INIT)).rejects.toThrow('Failed to fetch');
    expect(sent).toEqual([['stream', INIT.body]]);
  });

  test('the plain way where a stream is refused unread, at once from then on', async () => {
    const { sent, fetch } = line('refused', 'ok', 'ok');
    const send = createSendOnce(fetch, true);
    for (const _ of [1, 2]) await send(URL, INIT);
    expect(sent).toEqual([
      ['plain', INIT.body],
      ['plain', INIT.body],
    ]);
  });

  test('the plain way where streams are not known', async () => {
    const { sent, fetch } = line('ok');
    await createSendOnce(fetch, false)(URL, INIT);
    expect(sent).toEqual([['plain', INIT.body]]);
  });

  test('and not at all after a cancel', async () => {
    const user = new AbortController();
    const { sent, fetch } = line('refused', 'ok');
    user.abort();
    await expect(createSendOnce(fetch, true)(URL, { ...INIT, signal: user.signal })).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});

test('streams are known where this runs', () => {
  expect(canStreamBodies()).toBe(true);
});
