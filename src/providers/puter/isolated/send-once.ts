import type { Fetch } from '../ask-puter.ts';

/**
 * A `fetch` whose body the browser cannot send a second time by itself, as browsers do, POSTs too, when a connection that
 * was used before is reset: a body that is a stream keeps Chromium from it. Over HTTP/1.1 Chromium sends no stream, and
 * rejects before it read a byte of it: then, and only then, the body goes the plain way.
 */
export function createSendOnce(fetch: Fetch, streamsBodies: boolean): Fetch {
  let isRefused = false;
  return async (url, init = {}) => {
    const { body, signal } = init;
    if (!streamsBodies || isRefused || typeof body !== 'string') return fetch(url, init);
    let isRead = false;
    const stream = oneChunk(body, () => {
      isRead = true;
    });
    try {
      return await fetch(url, { ...init, body: stream, duplex: 'half' } as RequestInit);
    } catch (error) {
      if (isRead || signal?.aborted) throw error;
    }
    // A line that is down ends here, too: the plain way then fails on a new connection, on which nothing is sent again.
    const answer = await fetch(url, init);
    isRefused = true;
    return answer;
  };
}

/** Whether this browser sends a stream as a body at all: the others send the words "[object ReadableStream]". */
export function canStreamBodies(): boolean {
  let isAsked = false;
  const { headers } = new Request('https://api.puter.com/', {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      isAsked = true;
      return 'half';
    },
  } as RequestInit);
  return isAsked && !headers.has('Content-Type');
}

/** The text as a stream that is read only when somebody wants it. */
function oneChunk(text: string, read: () => void): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull(controller) {
        read();
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
