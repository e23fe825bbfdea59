import { expect, test } from 'vitest';
import { createDownloadStore } from '../../../../src/background/downloads/download-store.ts';
import { createDownloads } from '../../../../src/background/downloads/downloads.ts';
import { HubError } from '../../../../src/hub/index.ts';
import type { DownloadView } from '../../../../src/messages/index.ts';
import type { PartFiles } from '../../../../src/web/part-files.ts';
import { source } from '../../hub/make-hub.ts';
import { memoryArea } from '../../jobs/memory-area.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FILE = { source: 'a', repository: { type: 'model', id: 'o/r' }, path: 'deep/w.bin' } as const;
const URL_OF_FILE = 'https://a.test/o/r/resolve/main/deep/w.bin';
const CONTENT = new TextEncoder().encode('0123456789');

type Answer = Response | Error | ((init: RequestInit) => Response | Promise<Response>);

function memoryFiles(): PartFiles & { kept: Map<string, Blob[]>; refuse?: Error; isThere: boolean } {
  const kept = new Map<string, Blob[]>();
  const files = {
    kept,
    isThere: true,
    areThere: async () => files.isThere,
    size: async (id: string) => (kept.get(id) ?? []).reduce((total, { size }) => total + size, 0),
    async append(id: string, bytes: Blob) {
      if ((files as { refuse?: Error }).refuse) throw (files as { refuse?: Error }).refuse;
      kept.set(id, [...(kept.get(id) ?? []), bytes]);
    },
    whole: async (id: string) => new Blob(kept.get(id) ?? []),
    remove: async (id: string) => void kept.delete(id),
    ids: async () => [...kept.keys()],
  };
  return files;
}

function bench(
  answers: Answer[],
  {
    entry = { size: 10, oid: 'one' } as object | HubError,
    sources = [source('a', { token: 'secret' })],
    area = memoryArea(),
    files = memoryFiles(),
  } = {},
) {
  const sent: { url: string; headers: Headers }[] = [];
  const told: DownloadView[][] = [];
  const waits: number[] = [];
  const state = { entry, sources, now: 1_000_000, alarm: [] as (number | undefined)[] };
  let count = 0;
  const downloads = createDownloads({
    store: createDownloadStore(area),
    files,
    clock: { now: () => state.now },
    randomId: () => `id-${++count}`,
    keepAlive: () => () => undefined,
    alarm: (ms) => void state.alarm.push(ms),
    announce: (list) => void told.push(list),
    delay: async (ms) => void waits.push(ms),
    hubNow: async () => ({
      timeoutMs: 1_000,
      sources: state.sources,
      hub: {
        async pathsInfo() {
          if (state.entry instanceof HubError) throw state.entry;
          return {
            items: [{ path: FILE.path, ...state.entry }],
            complete: true,
            _source: 'a',
            _source_url: '',
          };
        },
        resolve: async () => ({ url: URL_OF_FILE, source: 'a', confidence: 'confirmed' as const }),
      },
    }),
    async fetch(url, init = {}) {
      sent.push({ url, headers: new Headers(init.headers) });
      const answer = answers.shift() ?? new TypeError('no more answers');
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(init) : answer;
    },
  });
  const ended = async () => {
    await expect.poll(async () => (await downloads.list())[0]?.state).not.toBe('running');
    return (await downloads.list())[0];
  };
  const text = async (id = 'id-1') => (await files.whole(id)).text();
  return { downloads, sent, told, waits, state, ended, text, files, area };
}

function whole(headers: HeadersInit = {}): Response {
  return new Response(CONTENT, { headers: { 'content-length': '10', ...headers } });
}
/** The rest from a place on. */
function rest(from: number, range = `bytes ${from}-9/10`): Response {
  return new Response(CONTENT.slice(from), { status: 206, headers: { 'content-range': range } });
}
/** Some bytes, then the line fails. */
function cutAfter(count: number): Response {
  let sentOne = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sentOne) return controller.error(new TypeError('reset'));
      sentOne = true;
      controller.enqueue(CONTENT.slice(0, count));
    },
  });
  return new Response(body, { headers: { 'content-length': '10' } });
}
/** An answer that came from somewhere else, as after a redirect. */
function from(url: string, response = whole()): Response {
  return Object.defineProperty(response, 'url', { value: url });
}

test('a whole file is kept until a page takes it; the token goes with the question', async () => {
  const { downloads, sent, ended, text } = bench([whole()]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready', received: 10, size: 10, name: 'w.bin' });
  expect(await text()).toBe('0123456789');
  expect(sent[0]?.headers.get('authorization')).toBe('Bearer secret');
  expect(await Promise.all([downloads.take('id-1', false), downloads.take('id-1', false)])).toEqual([
    true,
    false,
  ]);
  expect(await downloads.take('id-1', true)).toBe(true);
});

test('cut in the middle, only the rest is asked for; tries that bring something do not count', async () => {
  const { downloads, sent, ended, text, waits } = bench([cutAfter(3), new TypeError('offline'), rest(3)]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready', resumedAt: 3 });
  expect(sent.map(({ headers }) => headers.get('range'))).toEqual([null, 'bytes=3-', 'bytes=3-']);
  expect(await text()).toBe('0123456789');
  expect(waits).toEqual([1_000, 1_000]);
});

test.each([
  ['a hub that sends everything again', whole(), 2],
  ['a rest from another place', rest(5), 3],
  [
    'a rest of unreadable place and wrong length',
    new Response('x', { status: 206, headers: { 'content-length': '1' } }),
    3,
  ],
])('%s: it begins anew and says so', async (_, answer, requests) => {
  const { downloads, sent, ended, text } = bench([cutAfter(3), answer, whole()]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready', startedOver: true });
  expect(sent).toHaveLength(requests);
  expect(await text()).toBe('0123456789');
});

test('a rest whose place cannot be read is taken when it has the right length', async () => {
  const hidden = new Response(CONTENT.slice(3), { status: 206, headers: { 'content-length': '7' } });
  const { downloads, ended, text } = bench([cutAfter(3), hidden]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready' });
  expect(await text()).toBe('0123456789');
});

test('another file under the same name: nothing of the old one stays in it', async () => {
  const { downloads, ended, state, sent, text } = bench([
    () => {
      state.entry = { size: 10, oid: 'two' };
      return cutAfter(3);
    },
    whole(),
  ]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready', startedOver: true });
  expect(sent[1]?.headers.get('range')).toBeNull();
  expect(await text()).toBe('0123456789');
});

test.each([
  ['sends everything again', () => new Response('0123')],
  ['sends what is no rest', () => rest(7)],
])('shorter than said, by a hub that %s each time: it stops after a few tries', async (_, answer) => {
  const short = () => new Response('0123', { headers: { 'content-length': '4' } });
  const answers = [short, answer, short, answer, short, answer, short, answer];
  const { downloads, ended, sent } = bench(answers.map((one) => one()));
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'stopped', problem: { code: 'DOWNLOAD_CUT_SHORT' } });
  expect(sent.length).toBeLessThanOrEqual(5);
});

test('longer than said is not kept', async () => {
  const { downloads, ended, files } = bench([new Response('0123456789abc')]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'failed', problem: { code: 'DOWNLOAD_WRONG_SIZE' } });
  expect(files.kept.size).toBe(0);
});

test('an empty file is a file', async () => {
  const { downloads, ended } = bench([new Response(null, { headers: { 'content-length': '0' } })], {
    entry: { size: 0, oid: 'x' },
  });
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready', received: 0 });
});

test.each([
  [401, {}, 'REPOSITORY_TOKEN_REJECTED'],
  [403, {}, 'REPOSITORY_DENIED'],
  [403, { 'x-error-code': 'GatedRepo' }, 'REPOSITORY_GATED'],
  [404, {}, 'FILE_NOT_FOUND'],
])('refused with %i %o: once, and the page can say why', async (status, headers, code) => {
  const { downloads, ended, sent } = bench([new Response('no', { status, headers })]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'failed', problem: { code } });
  expect(sent).toHaveLength(1);
});

test('asked to wait: it waits for the user, and no longer than an hour is told', async () => {
  const { downloads, ended, sent } = bench([
    new Response('', { status: 429, headers: { 'retry-after': '30' } }),
  ]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ problem: { code: 'HUB_RATE_LIMITED', retryAfterSeconds: 30 } });
  expect(sent).toHaveLength(1);
});

test('an address of the store that has run out is asked for anew', async () => {
  const { downloads, ended } = bench([
    from('https://cdn.example/x', new Response('expired', { status: 403 })),
    from('https://cdn.example/x'),
  ]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready' });
});

test.each([
  'http://192.168.1.1/x',
  'https://nas.lan/x',
  'http://cdn.example/x',
  'https://169.254.169.254/latest',
  'https://[fd00::1]/x',
])('handed over to %s by a public hub: not taken', async (url) => {
  const { downloads, ended, files } = bench([from(url)]);
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'failed', problem: { code: 'DOWNLOAD_UNSAFE_PLACE' } });
  expect(files.kept.size).toBe(0);
});

test('a full disk: nothing stays on it, and it says so', async () => {
  const { downloads, ended, files } = bench([whole()]);
  files.refuse = new DOMException('full', 'QuotaExceededError');
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'failed', problem: { code: 'DOWNLOAD_NO_ROOM' } });
});

test('cancelled in the middle: nothing is kept, nothing more is sent', async () => {
  let aborted = false;
  const { downloads, sent, files } = bench([
    (init) =>
      new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => {
          aborted = true;
          reject(init.signal?.reason);
        });
      }),
  ]);
  await downloads.start(FILE);
  await expect.poll(() => sent.length).toBe(1);
  await downloads.cancel('id-1');
  expect([aborted, await downloads.list(), files.kept.size]).toEqual([true, [], 0]);
});

test('a worker that died: the next one goes on with what is on the disk, by the token and sources of then', async () => {
  const first = bench([() => new Promise(() => undefined)]);
  await first.downloads.start(FILE);
  await first.files.append('id-1', new Blob(['012']));
  const second = bench([rest(3)], {
    area: first.area,
    files: first.files,
    sources: [source('a', { token: 'newer' })],
  });
  const { beforeGet } = first.area;
  first.area.beforeGet = () => {
    throw new Error('disk busy');
  };
  await expect(second.downloads.recover()).rejects.toThrow('disk busy');
  expect(second.state.alarm).toEqual([60_000]);
  first.area.beforeGet = beforeGet;
  await second.downloads.recover();
  expect(await second.ended()).toMatchObject({ state: 'ready', resumedAt: 3 });
  expect(second.sent[0]?.headers.get('authorization')).toBe('Bearer newer');
  expect(second.state.alarm.at(-1)).toBeUndefined();
  const third = bench([], { area: first.area, files: first.files });
  for (const laterMs of [8 * DAY_MS, HOUR_MS]) {
    third.state.now += laterMs;
    await third.downloads.recover();
  }
  expect([await third.downloads.list(), first.files.kept.size]).toEqual([[], 0]);
});

test.each([
  ['removed', []],
  ['switched off, or not allowed', [source('a', { token: 'secret', enabled: false })]],
])('its source was %s meanwhile: nothing is sent', async (_, sources) => {
  const { downloads, ended, sent } = bench([], { sources });
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ problem: { code: 'DOWNLOAD_SOURCE_GONE' } });
  expect(sent).toEqual([]);
});

test('a hub that cannot say how large a file is gives it all the same', async () => {
  const { downloads, ended } = bench([whole()], { entry: new HubError('no', 'unavailable', []) });
  await downloads.start(FILE);
  expect(await ended()).toMatchObject({ state: 'ready', size: 10 });
});

test('pressed twice it is one download; where there is no place to keep it, none', async () => {
  const { downloads, sent, files } = bench([() => new Promise(() => undefined)]);
  expect([await downloads.start(FILE), await downloads.start(FILE)]).toEqual(['id-1', 'id-1']);
  await expect.poll(() => sent.length).toBe(1);
  files.isThere = false;
  expect(await downloads.start({ ...FILE, path: 'other' })).toBeUndefined();
});

test('damaged records are none, and files that nobody knows go', async () => {
  const { downloads, area, files } = bench([]);
  await area.set({ downloads: [{ id: '../../x' }, 7, null] });
  await files.append('stray', new Blob(['x']));
  await downloads.recover();
  expect([await downloads.list(), files.kept.size]).toEqual([[], 0]);
});

/** A file that waits to be saved, and a worker that starts at each of these moments; what is left of it. */
async function leftAfter(moments: number[]) {
  const { downloads, ended, state } = bench([whole()]);
  const start = 1_700_000_000_000;
  state.now = start;
  await downloads.start(FILE);
  await ended();
  for (const later of moments) {
    state.now = start + later;
    await downloads.recover();
  }
  return (await downloads.list()).map((download) => download.state);
}

test.each([
  ['goes in the end', [7 * DAY_MS + 1, 8 * DAY_MS + 1], []],
  ['stays for its week', [7 * DAY_MS - 1], ['ready']],
  ['stays when the clock jumps ahead and is put right', [365 * DAY_MS, 365 * DAY_MS + 1, HOUR_MS], ['ready']],
  ['stays when the clock is set back', [-365 * DAY_MS], ['ready']],
  [
    'goes in the end where it was ready after the clock was set back',
    [-365 * DAY_MS, -358 * DAY_MS + 1, -357 * DAY_MS + 1],
    [],
  ],
])('a whole file that nobody took %s', async (_, moments, left) => {
  expect(await leftAfter(moments)).toEqual(left);
});
