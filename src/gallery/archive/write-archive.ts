import type { StoredPicture } from '../read.ts';
import { ARCHIVE_VERSION, type ArchiveRecords, EXTENSIONS, RECORDS_FILE } from './archive-format.ts';

interface WriteOptions {
  signal?: AbortSignal;
  /** Called after each picture, with the number of written pictures. */
  onProgress?: (written: number) => void;
}

/** Number of records that are written at once. */
const RECORDS_AT_ONCE = 500;

/**
 * Writes pictures and their records as a zip into a stream, one picture after another. Only a part of one picture and the records
 * are in memory. Archives of more than 4 GB are written as zip64. Resolves with the number of pictures. Rejects with the signal's
 * reason, or with the error of the stream or the gallery; the stream is aborted then.
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
      // Pictures are compressed already, so they are stored without further compression.
      yield { name: file, lastModified: zipDate(picture.createdAt), input: blob.stream() };
      // The zip asks for the next file once this picture is written.
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

/** The date of a picture's file. A zip can only hold dates from 1980 to 2107: the nearest of them is used. */
function zipDate(createdAt: number): Date {
  const [first, last] = [new Date(1980, 0, 1), new Date(2107, 11, 31)].map(Number) as [number, number];
  return new Date(Math.min(Math.max(createdAt, first), last));
}

/** Chunks of at least this many bytes are freed: chunks of pictures are larger, and few others are. */
const LARGE = 64 * 1024;

/**
 * Frees the memory of chunks that are written. Otherwise it would stay until the next garbage collection, before which hundreds of
 * megabytes may be written. A chunk is freed by transferring it to a closed port. The buffer's own `transfer` would free only the
 * page's memory, while the browser's objects that read and wrote the chunk would still hold its bytes.
 */
function createDrain(): { free(part: Uint8Array): void; close(): void } {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return {
    free({ buffer, byteLength }) {
      // Left alone: a chunk that is a part of a larger buffer, and a chunk whose buffer the stream has taken over.
      if (byteLength >= LARGE && byteLength === buffer.byteLength)
        port1.postMessage(buffer, [buffer as ArrayBuffer]);
    },
    close: () => port1.close(),
  };
}

/**
 * The free bytes that an export needs: those of the archive, and as many again while the browser copies it to the user's folder.
 * `pictures` are the records that go into the archive.
 */
export function spaceForArchive(pictures: readonly { byteLength: number }[]): number {
  const perRecord = 4_096;
  return 2 * pictures.reduce((sum, { byteLength }) => sum + byteLength + perRecord, 0);
}
