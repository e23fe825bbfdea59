import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDownloadStore } from '../../src/background/downloads/download-store.ts';
import { createDownloads } from '../../src/background/downloads/downloads.ts';
import type { PartFiles } from '../../src/web/part-files.ts';
import { source } from '../unit/hub/make-hub.ts';
import { memoryArea } from '../unit/jobs/memory-area.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 30, warmUp: 3 };
const BYTES = Buffer.alloc(16 * 1024 * 1024, 'understudy');
const HALF = BYTES.length / 2;
const HASH = createHash('sha256').update(BYTES).digest();
const FILE = { source: 'a', repository: { type: 'model', id: 'o/r' }, path: 'w.bin' } as const;

/** A server on loopback for one file. `/cut` breaks off in the middle, unless the rest is asked for. */
async function serveFile() {
  const server = createServer(({ url, headers }, response) => {
    const from = Number(/^bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
    const length = { 'content-length': String(BYTES.length - from) };
    const range = { 'content-range': `bytes ${from}-${BYTES.length - 1}/${BYTES.length}` };
    response.writeHead(from > 0 ? 206 : 200, { ...length, ...(from > 0 && range) });
    if (url === '/cut' && from === 0) response.write(BYTES.subarray(0, HALF), () => response.destroy());
    else response.end(BYTES.subarray(from));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: (path: string) => `http://127.0.0.1:${port}${path}`, close };
}

/** A disk in memory: a real disk takes the same time for both. */
function memoryFiles(): PartFiles {
  const kept = new Map<string, Blob[]>();
  return {
    areThere: async () => true,
    size: async (id) => (kept.get(id) ?? []).reduce((total, { size }) => total + size, 0),
    append: async (id, bytes) => void kept.set(id, [...(kept.get(id) ?? []), bytes]),
    whole: async (id) => new Blob(kept.get(id) ?? []),
    remove: async (id) => void kept.delete(id),
    ids: async () => [...kept.keys()],
  };
}

/** Downloads a file as the worker does; resolves to the milliseconds until it is whole. */
async function download(url: string): Promise<number> {
  let whole = () => {};
  const ended = new Promise<void>((resolve) => {
    whole = resolve;
  });
  const downloads = createDownloads({
    store: createDownloadStore(memoryArea()),
    files: memoryFiles(),
    clock: Date,
    randomId: () => 'one',
    keepAlive: () => () => undefined,
    alarm: () => undefined,
    announce: (list) => {
      if (list[0]?.state === 'ready') whole();
      else if (list[0]?.state !== 'running') throw new Error(`The download is ${list[0]?.state}`);
    },
    // The pause before the rest is asked for is not measured.
    delay: async () => undefined,
    hubNow: async () => ({
      timeoutMs: 30_000,
      sources: [source('a')],
      hub: {
        pathsInfo: async () => ({
          items: [{ path: FILE.path, type: 'file' as const, size: BYTES.length, oid: 'one' }],
          complete: true,
          _source: 'a',
          _source_url: '',
        }),
        resolve: async () => ({ url, source: 'a', confidence: 'confirmed' as const }),
      },
    }),
    fetch: (input, init) => fetch(input, init),
  });
  const start = performance.now();
  await downloads.start(FILE);
  await ended;
  return performance.now() - start;
}

async function plain(url: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(url);
  const blob = await response.blob();
  if (blob.size !== BYTES.length) throw new Error('The file is not whole');
  return performance.now() - start;
}

/**
 * The same download with the file's hash checked by hand, in milliseconds: Understudy, like the hubs' own
 * tools, checks only the length.
 */
async function hashed(url: string): Promise<number> {
  const start = performance.now();
  const bytes = await (await fetch(url)).arrayBuffer();
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes));
  if (!hash.equals(HASH)) throw new Error('The file is another one');
  return performance.now() - start;
}

/** The same resumed download, written by hand: the bytes that came are kept, and the rest is asked for. */
async function plainResumed(url: string): Promise<number> {
  const start = performance.now();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  try {
    for await (const part of (await fetch(url)).body ?? []) {
      parts.push(part);
      count += part.length;
    }
  } catch {
    // The server broke off, as it is meant to.
  }
  const rest = await (await fetch(url, { headers: { range: `bytes=${count}-` } })).blob();
  if (new Blob([...parts, rest]).size !== BYTES.length) throw new Error('The file is not whole');
  return performance.now() - start;
}

/** A file of 16 MB through the downloads of the worker, beside a plain `fetch` of the same bytes. */
export async function measureDownloads(): Promise<Comparison[]> {
  const server = await serveFile();
  const [file, cut] = [server.url('/file'), server.url('/cut')];
  try {
    const whole = await inTurns(
      {
        'plain fetch': () => plain(file),
        [OURS]: () => download(file),
        'fetch, and its SHA-256': () => hashed(file),
      },
      ROUNDS,
    );
    const resumed = await inTurns(
      { 'fetch, and the rest by hand': () => plainResumed(cut), [OURS]: () => download(cut) },
      ROUNDS,
    );
    return [
      compare('download: 16 MB, disk in memory', whole, { unit: 'ms', budget: { ratio: 1.1 } }),
      compare('download: 16 MB, broken off at half', resumed, { unit: 'ms' }),
    ];
  } finally {
    await server.close();
  }
}
