import type { StoredPicture } from '../read.ts';
import { ARCHIVE_VERSION, type ArchiveRecords, EXTENSIONS, RECORDS_FILE } from './archive-format.ts';
import { loadZip } from './load-zip.ts';

interface WriteOptions {
  signal?: AbortSignal;
  /** Called after each picture, with how many are written. */
  onProgress?: (written: number) => void;
}

/**
 * Writes pictures and their records as a zip into a stream, one picture at a time: only one of them, and the records, are
 * in memory. Archives beyond 4 GB are written as zip64. Resolves with the number of pictures. Rejects with the signal's
 * reason, or with what the stream or the gallery rejects with; the stream is aborted then.
 */
export async function writeArchive(
  pictures: AsyncIterable<StoredPicture> | Iterable<StoredPicture>,
  sink: WritableStream<Uint8Array>,
  { signal, onProgress }: WriteOptions = {},
): Promise<number> {
  const { ZipWriter, BlobReader, TextReader } = await loadZip();
  // Pictures are compressed already.
  const writer = sink.getWriter();
  const zip = new ZipWriter(releasing(writer), { level: 0, ...(signal && { signal }) });
  const records: ArchiveRecords = { format: 'understudy-pictures', version: ARCHIVE_VERSION, pictures: [] };
  try {
    for await (const { picture, blob } of pictures) {
      signal?.throwIfAborted();
      const file = `pictures/${records.pictures.length + 1}.${EXTENSIONS[picture.type]}`;
      await zip.add(file, new BlobReader(blob), { lastModDate: new Date(picture.createdAt) });
      records.pictures.push({ file, picture });
      onProgress?.(records.pictures.length);
    }
    await zip.add(RECORDS_FILE, new TextReader(JSON.stringify(records)), { level: 6 });
    await zip.close();
    return records.pictures.length;
  } catch (reason) {
    await writer.abort(reason).catch(() => undefined);
    throw reason;
  }
}

/** Bytes: pieces of pictures are larger, and nothing else of an archive but its records is. */
const LARGE = 64 * 1024;

/**
 * Hands pieces on, and frees the memory of large ones as soon as they are written: it would stay until the next collection, and
 * a hundred megabytes are written before that.
 */
function releasing(writer: WritableStreamDefaultWriter<Uint8Array>): WritableStream<Uint8Array> {
  return new WritableStream<Uint8Array>({
    async write(part) {
      const { byteLength } = part;
      await writer.write(part);
      const buffer: { byteLength: number; transfer?: (newByteLength: number) => unknown } = part.buffer;
      if (byteLength >= LARGE && byteLength === buffer.byteLength) buffer.transfer?.(0);
    },
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
}

/**
 * Bytes that exporting needs to be free: the archive, and once more as much while the browser saves it where the user wants
 * it. `pictures` are the records that go into it.
 */
export function spaceForArchive(pictures: readonly { byteLength: number }[]): number {
  const perRecord = 4_096;
  return 2 * pictures.reduce((sum, { byteLength }) => sum + byteLength + perRecord, 0);
}
