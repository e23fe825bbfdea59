import { describe, expect, test } from 'vitest';
import { MAX_IMAGE_BYTES } from '../../../../src/generation/index.ts';
import { fetchPicture } from '../../../../src/providers/picture/fetch-picture.ts';
import { PNG, picture, standIn } from '../huggingface/stand-in.ts';

const ADDRESS = 'https://cdn.example.com/1.png';
const never = new AbortController().signal;

function landedAt(url: string): Response {
  return Object.defineProperty(picture(), 'url', { value: url });
}

describe('fetchPicture', () => {
  test('asks without any credential and gives bytes with their true type', async () => {
    const { fetch, sent } = standIn(picture(PNG, { 'content-type': 'image/jpeg' }));
    const fetched = await fetchPicture(ADDRESS, { fetch }, never);
    expect(fetched).toEqual({ ok: true, bytes: new Uint8Array(PNG), type: 'image/png' });
    expect(sent[0]?.headers).toEqual({ accept: 'image/*' });
    expect(sent[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  test('an address in the user’s own network is not even asked', async () => {
    const { fetch, sent } = standIn();
    const fetched = await fetchPicture('https://192.168.1.1/1.png', { fetch }, never);
    expect(fetched).toMatchObject({ ok: false, error: { code: 'SERVER_ERROR', shouldFallback: true } });
    expect(sent).toEqual([]);
  });

  test('an answer that came from the user’s own network is not taken', async () => {
    const { fetch } = standIn(landedAt('https://nas.local/1.png'));
    expect(await fetchPicture(ADDRESS, { fetch }, never)).toMatchObject({ ok: false });
    const fine = standIn(landedAt('https://other.example.com/1.png'));
    expect(await fetchPicture(ADDRESS, fine, never)).toMatchObject({ ok: true });
  });

  test('a picture that cannot be read from here is paid for: its address is kept, nobody else is asked', async () => {
    const { fetch, sent } = standIn('broken');
    expect(await fetchPicture(ADDRESS, { fetch }, never)).toEqual({
      ok: false,
      error: {
        code: 'PICTURE_UNREACHABLE',
        message: 'The picture was made, but its address cannot be read from here',
        shouldFallback: false,
        pictureUrl: ADDRESS,
      },
    });
    expect(sent).toHaveLength(1);
  });

  test('a body that breaks off on the way counts as unreachable too', async () => {
    const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
    const { fetch } = standIn(new Response(body));
    expect(await fetchPicture(ADDRESS, { fetch }, never)).toMatchObject({
      error: { code: 'PICTURE_UNREACHABLE', pictureUrl: ADDRESS },
    });
  });

  test.each([401, 403, 404, 408, 425, 429, 500, 503])(
    'an address that answers %i has the picture still: it is not paid for a second time',
    async (status) => {
      const { fetch } = standIn(new Response('<html>', { status }));
      expect(await fetchPicture(ADDRESS, { fetch }, never)).toMatchObject({
        error: { code: 'PICTURE_UNREACHABLE', pictureUrl: ADDRESS, shouldFallback: false, status },
      });
    },
  );

  test.each([
    ['410', new Response('gone', { status: 410 }), 410],
    ['HTML', new Response('<html>'), 200],
    ['SVG', new Response('<svg xmlns="http://www.w3.org/2000/svg"/>'), 200],
    ['nothing', new Response(''), 200],
    ['oversize', picture(PNG, { 'content-length': String(MAX_IMAGE_BYTES + 1) }), 200],
  ])('%s is no picture: the other provider may try', async (_, response, status) => {
    const { fetch } = standIn(response);
    expect(await fetchPicture(ADDRESS, { fetch }, never)).toMatchObject({
      ok: false,
      error: { code: 'SERVER_ERROR', shouldFallback: true, status },
    });
  });

  test.each([
    ['fewer bytes than announced', picture(PNG, { 'content-length': '9999' })],
    ['half a picture', picture(PNG.subarray(0, 60))],
    ['a part that nobody asked for', new Response(new Uint8Array(PNG), { status: 206 })],
  ])('%s: it lies there whole, and is owed', async (_, response) => {
    expect(await fetchPicture(ADDRESS, standIn(response), never)).toMatchObject({
      error: { code: 'PICTURE_UNREACHABLE', pictureUrl: ADDRESS, shouldFallback: false, fault: 'broke-off' },
    });
  });

  describe('an address that was only now handed out', () => {
    const waiting = () => {
      const waits: number[] = [];
      return { waits, delay: async (milliseconds: number) => void waits.push(milliseconds) };
    };

    test.each([401, 403, 404, 425, 500, 503])('is asked again after %i', async (status) => {
      const { waits, delay } = waiting();
      const { fetch, sent } = standIn(new Response('', { status }), picture());
      expect(await fetchPicture(ADDRESS, { fetch, delay }, never)).toMatchObject({ ok: true });
      expect([waits, sent.length]).toEqual([[1000], 2]);
    });

    test('after 1, 2 and 4 seconds; then the address is kept', async () => {
      const { waits, delay } = waiting();
      const { fetch, sent } = standIn(...Array.from({ length: 4 }, () => new Response('', { status: 404 })));
      expect(await fetchPicture(ADDRESS, { fetch, delay }, never)).toMatchObject({
        error: { code: 'PICTURE_UNREACHABLE', pictureUrl: ADDRESS, status: 404 },
      });
      expect([waits, sent.length]).toEqual([[1000, 2000, 4000], 4]);
    });

    test('not where it is no picture, and not where the browser may not read it', async () => {
      for (const answer of [new Response('<html>'), 'broken' as const]) {
        const { fetch, sent } = standIn(answer);
        await fetchPicture(ADDRESS, { fetch, delay: waiting().delay }, never);
        expect(sent).toHaveLength(1);
      }
    });
  });

  test('a body that is not read is cancelled, so that its connection closes', async () => {
    let cancelled = 0;
    const cancel = () => {
      cancelled += 1;
    };
    const body = () => new ReadableStream({ cancel });
    await fetchPicture(ADDRESS, standIn(new Response(body(), { status: 404 })), never);
    await fetchPicture(ADDRESS, standIn(new Response(body(), { status: 503 })), never);
    expect(cancelled).toBe(2);
  });

  test('aborting ends the request and rejects with the reason', async () => {
    const controller = new AbortController();
    const { fetch, sent } = standIn('hang');
    const fetching = fetchPicture(ADDRESS, { fetch }, controller.signal);
    controller.abort(new Error('enough'));
    await expect(fetching).rejects.toThrow('enough');
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  test('a fetch that does not listen to the signal is left behind', async () => {
    const controller = new AbortController();
    const { fetch } = standIn(() => new Promise(() => {}));
    const fetching = fetchPicture(ADDRESS, { fetch }, controller.signal);
    controller.abort(new Error('enough'));
    await expect(fetching).rejects.toThrow('enough');
  });

  test('when the time is up the picture is still there: its address is kept', async () => {
    const controller = new AbortController();
    const fetching = fetchPicture(ADDRESS, standIn('hang'), controller.signal);
    controller.abort(new DOMException('', 'TimeoutError'));
    expect(await fetching).toEqual({
      ok: false,
      error: {
        code: 'TIMEOUT',
        message: 'The picture was made, but did not arrive in time',
        shouldFallback: true,
        pictureUrl: ADDRESS,
      },
    });
  });
});
