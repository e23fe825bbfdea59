type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Whether this browser can send a stream as a request's body. Firefox cannot: it would send the text "[object ReadableStream]". */
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
 * POSTs a request that costs money, so that the browser cannot send it twice. A browser repeats a request by itself when a reused
 * connection breaks before the answer, but it cannot repeat one whose body is a stream. Over HTTP/1.1 the browser refuses a stream
 * before it reads it: then nothing was sent, and the body is sent as plain text. Once the stream was read, nothing is sent again.
 * Rejects as `fetch` does.
 *
 * A known fault in Chromium (seen in 156): when the connection breaks, its network process tries to repeat the request and finds
 * that the stream has ended. If it learned of the end only after it had asked for more, the process crashes instead of rejecting,
 * and the worker is stopped with it: the job is found interrupted. So the end of the stream is given together with the body. On
 * a busy machine it may still come too late: the crash came in 3 of 60 broken connections there, and in 0 of 12 on a less busy
 * machine. Streams with their content from the start, and streams of a `Blob`, a response or bytes, did no better. A body of
 * more than 64 KiB avoids the crash (0 of 60), but is not worth 70 KB of spaces in each paid request.
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
    // With this mark the stream is not read ahead: a call of `pull` means that the body is being sent.
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
