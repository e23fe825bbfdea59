import type { FileEntry } from '@zip.js/zip.js';
import { type ImageType, sniffImageType } from '../../web/image-type.ts';
import { ARCHIVE_LIMITS } from './archive-format.ts';

/** The picture of an entry, or undefined when it is damaged, too large, or of another type than its record says. */
export async function pictureOf(entry: FileEntry, type: ImageType): Promise<Blob | undefined> {
  const blob = await unpack(entry, ARCHIVE_LIMITS.pictureBytes).catch(() => undefined);
  if (!blob) return undefined;
  const head = new Uint8Array(await blob.slice(0, 64).arrayBuffer());
  return sniffImageType(head) === type ? new Blob([blob], { type }) : undefined;
}

/** Unpacks an entry; undefined when it declares more than is allowed. Rejects as soon as it unpacks to more than it declares. */
export async function unpack(
  entry: FileEntry,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  if (entry.uncompressedSize > maxBytes) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(part) {
      length += part.length;
      if (length > entry.uncompressedSize) throw new RangeError('More than it declares');
      parts.push(part);
    },
  });
  await entry.getData(sink, { checkSignature: true, ...(signal && { signal }) });
  return new Blob(parts);
}
