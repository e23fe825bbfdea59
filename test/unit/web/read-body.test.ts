import { describe, expect, test } from 'vitest';
import { parseJson, readBytes } from '../../../src/web/read-body.ts';

function streamOf(chunks: number[][], onCancel: (reason: unknown) => void = () => {}) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks[at++];
      if (chunk) controller.enqueue(Uint8Array.from(chunk));
      else controller.close();
    },
    cancel: onCancel,
  });
}

describe('readBytes', () => {
  test('joins the chunks', async () => {
    const read = await readBytes(new Response(streamOf([[1, 2], [3]])), { maxBytes: 9 });
    expect(read).toEqual({ ok: true, bytes: Uint8Array.from([1, 2, 3]) });
  });

  test('a body of exactly the limit is read, one byte more is not and is cancelled', async () => {
    expect((await readBytes(new Response(streamOf([[1, 2], [3]])), { maxBytes: 3 })).ok).toBe(true);
    let cancelled = false;
    const body = streamOf([[1, 2], [3, 4], [5]], () => {
      cancelled = true;
    });
    expect(await readBytes(new Response(body), { maxBytes: 3 })).toEqual({ ok: false, reason: 'too-large' });
    expect(cancelled).toBe(true);
  });

  test('an announced length over the limit is refused before a byte is read', async () => {
    let pulled = 0;
    const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
    const response = new Response(body, { headers: { 'content-length': '4' } });
    expect(await readBytes(response, { maxBytes: 3 })).toEqual({ ok: false, reason: 'too-large' });
    expect(pulled).toBe(0);
  });

  test('fewer bytes than announced are truncated', async () => {
    const response = new Response(streamOf([[1, 2]]), { headers: { 'content-length': '3' } });
    expect(await readBytes(response, { maxBytes: 9 })).toEqual({ ok: false, reason: 'truncated' });
  });

  test("a compressed body's length and a nonsense length are not compared", async () => {
    const headers = { 'content-length': '99', 'content-encoding': 'gzip' };
    expect((await readBytes(new Response(streamOf([[1]]), { headers }), { maxBytes: 100 })).ok).toBe(true);
    const nonsense = new Response(streamOf([[1]]), { headers: { 'content-length': 'many' } });
    expect((await readBytes(nonsense, { maxBytes: 9 })).ok).toBe(true);
  });

  test('an empty body is no bytes', async () => {
    expect(await readBytes(new Response(null, { status: 204 }), { maxBytes: 9 })).toEqual({
      ok: true,
      bytes: new Uint8Array(0),
    });
  });

  test('aborting cancels the body and rejects with the reason', async () => {
    const controller = new AbortController();
    let cancelled: unknown;
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(Uint8Array.from([1])),
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    const reading = readBytes(new Response(body), { maxBytes: 9, signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
    expect(cancelled).toBe(reason);
  });

  test('a silent transfer ends when the signal aborts', async () => {
    const controller = new AbortController();
    const reading = readBytes(new Response(new ReadableStream()), { maxBytes: 5, signal: controller.signal });
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('an endless body is ended soon after the limit', async () => {
    let chunks = 0;
    let cancelled = false;
    const body = new ReadableStream({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    expect((await readBytes(new Response(body), { maxBytes: 2_000 })).ok).toBe(false);
    expect([cancelled, chunks < 6]).toEqual([true, true]);
  });
});

test('what is no JSON is undefined, not thrown', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect([parseJson(bytes('{"a":1}')), parseJson(bytes('{')), parseJson(bytes(''))]).toEqual([
    { a: 1 },
    undefined,
    undefined,
  ]);
});
