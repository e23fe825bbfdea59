import { isDiskFull } from '../../storage/is-disk-full.ts';
import type { PartFiles } from '../../web/part-files.ts';
import { inTime } from '../../web/wait.ts';

/** How many bytes are collected in memory before they are written to the disk. */
const PART_BYTES = 8_000_000;

interface Writing {
  files: PartFiles;
  id: string;
  signal: AbortSignal;
  /** Milliseconds without a byte after which the connection counts as broken. */
  silenceMs: number;
  /** Called with the number of bytes in each chunk as it arrives, before they are on the disk. */
  onBytes: (count: number) => void;
}

/**
 * How a body ended: `ended` at its end, `cut` by a broken connection, `no-room` by a full disk. After `cut` the bytes that came
 * are on the disk.
 */
export type Written = 'ended' | 'cut' | 'no-room';

/**
 * Streams a body into a file, part by part; a part is on the disk before the next one is read. Rejects when it is cancelled, or
 * when the disk fails for another reason than lack of room.
 */
export async function writeBody(response: Response, writing: Writing): Promise<Written> {
  const { files, id, signal, onBytes } = writing;
  const reader = response.body?.getReader();
  let held: Uint8Array<ArrayBuffer>[] = [];
  let heldBytes = 0;

  async function flush(): Promise<void> {
    const part = new Blob(held);
    held = [];
    heldBytes = 0;
    if (part.size > 0) await files.append(id, part);
  }

  const stop = () => void reader?.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    while (reader) {
      const read = await inTime(reader.read(), writing.silenceMs).catch(() => undefined);
      signal.throwIfAborted();
      if (!read) {
        await flush();
        return 'cut';
      }
      if (read.done) break;
      held.push(read.value as Uint8Array<ArrayBuffer>);
      heldBytes += read.value.length;
      onBytes(read.value.length);
      if (heldBytes >= PART_BYTES) await flush();
    }
    await flush();
    return 'ended';
  } catch (thrown) {
    signal.throwIfAborted();
    if (isDiskFull(thrown)) return 'no-room';
    throw thrown;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
