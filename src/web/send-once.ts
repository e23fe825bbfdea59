type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/**
 * Whether this browser sends a request's body as a stream. Firefox does not: it would send the words "[object
 * ReadableStream]".
 */
export function streamsBodies(): boolean {
  let asked = false;
  const init = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      asked = true;
      return 'half';
    },
  };
  try {
    const request = new Request('https://nobody.example/', init);
    return asked && !request.headers.has('content-type');
  } catch {
    return false;
  }
}

/**
 * POSTs a body that costs money. A browser repeats a request by itself when a reused connection breaks before the
 * answer; one whose body is a stream it cannot repeat. Over HTTP/1.1 a stream is refused before it is read: then
 * nothing has left, and the body goes the plain way. What was begun is never sent a second time. Rejects as `fetch` does.
 */
export async function sendOnce(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  body: string,
): Promise<Response> {
  let begun = false;
  const stream = new ReadableStream(
    {
      pull(controller) {
        begun = true;
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    },
    // With an empty queue nothing is read ahead: a pull means that the body is being sent.
    { highWaterMark: 0 },
  );
  const streamed = { ...init, body: stream, duplex: 'half' };
  try {
    return await fetch(url, streamed);
  } catch (thrown) {
    if (begun || init.signal?.aborted) throw thrown;
    return fetch(url, { ...init, body });
  }
}
