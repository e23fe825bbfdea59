import type { StoredPicture } from '../read.ts';
import { ARCHIVE_VERSION, type ArchiveRecords, EXTENSIONS, RECORDS_FILE } from './archive-format.ts';

interface WriteOptions {
  signal?: AbortSignal;
  /** Called after each picture, with how many are written. */
  onProgress?: (written: number) => void;
}

/** Records that are written at once. */
const RECORDS_AT_ONCE = 500;

/**
 * Writes pictures and their records as a zip into a stream, one picture at a time: only a piece of it, and the records, are
 * in memory. Archives beyond 4 GB are written as zip64. Resolves with the number of pictures. Rejects with the signal's
 * reason, or with what the stream or the gallery rejects with; the stream is aborted then.
 */
export async function writeArchive(
  pictures: AsyncIterable<StoredPicture> | Iterable<StoredPicture>,
  sink: WritableStream<Uint8Array>,
  { signal, onProgress }: WriteOptions = {},
): Promise<number> {
  const { makeZip } = await import('client-zip');
  const records: ArchiveRecords['pictures'] = [];
  async function* files() {
    for await (const { picture, blob } of pictures) {
      signal?.throwIfAborted();
      const file = `pictures/${records.length + 1}.${EXTENSIONS[picture.type]}`;
      // Pictures are compressed already: they are stored as they are.
      yield { name: file, lastModified: zipDate(picture.createdAt), input: blob.stream() };
      // Asked for the next one: this one is written.
      records.push({ file, picture });
      onProgress?.(records.length);
    }
    yield { name: RECORDS_FILE, input: recordsAsJson(records) };
  }
  const writer = sink.getWriter();
  const reader = makeZip(files()).getReader();
  const drain = createDrain();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      signal?.throwIfAborted();
      await writer.write(next.value);
      drain.free(next.value);
    }
    signal?.throwIfAborted();
    await writer.close();
    return records.length;
  } catch (reason) {
    await reader.cancel(reason).catch(() => undefined);
    await writer.abort(reason).catch(() => undefined);
    throw reason;
  } finally {
    drain.close();
  }
}

async function* recordsAsJson(records: ArchiveRecords['pictures']): AsyncGenerator<string> {
  const empty: ArchiveRecords = { format: 'understudy-pictures', version: ARCHIVE_VERSION, pictures: [] };
  yield JSON.stringify(empty).replace(/\]\}$/, '');
  for (let from = 0; from < records.length; from += RECORDS_AT_ONCE) {
    const some = records.slice(from, from + RECORDS_AT_ONCE).map((one) => JSON.stringify(one));
    yield `${from === 0 ? '' : ','}${some.join(',')}`;
  }
  yield ']}';
}

/** A zip names years in two digits of its own: from 1980 to 2107. */
function zipDate(createdAt: number): Date {
  const [first, last] = [new Date(1980, 0, 1), new Date(2107, 11, 31)].map(Number) as [number, number];
  return new Date(Math.min(Math.max(createdAt, first), last));
}

/** Bytes: pieces of pictures are larger, and little else of an archive is. */
const LARGE = 64 * 1024;

/**
 * Takes the memory of pieces that are written: it would stay until the next collection, and hundreds of megabytes are written
 * before that. Sent to a port that nobody listens at, a piece is gone; the buffer's own `transfer` empties the page's side alone,
 * while what the browser made to read and to write it still holds the bytes.
 */
function createDrain(): { free(part: Uint8Array): void; close(): void } {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return {
    free({ buffer, byteLength }) {
      // Not what is a part of something else, nor what the stream has taken over.
      if (byteLength >= LARGE && byteLength === buffer.byteLength)
        port1.postMessage(buffer, [buffer as ArrayBuffer]);
    },
    close: () => port1.close(),
  };
}

/**
 * Bytes that exporting needs to be free: the archive, and once more as much while the browser saves it where the user wants
 * it. `pictures` are the records that go into it.
 */
export function spaceForArchive(pictures: readonly { byteLength: number }[]): number {
  const perRecord = 4_096;
  return 2 * pictures.reduce((sum, { byteLength }) => sum + byteLength + perRecord, 0);
}
