import type { PartFiles } from '../../web/part-files.ts';
import { inTime } from '../../web/wait.ts';

/** So much is held in memory before it is put on the disk. */
const PART_BYTES = 8_000_000;

interface Writing {
  files: PartFiles;
  id: string;
  signal: AbortSignal;
  /** A line that brings nothing for so long is dead. Milliseconds. */
  silenceMs: number;
  /** Told how many bytes have come, on the disk or not. */
  onBytes: (count: number) => void;
}

/** How a body ended: at its end, or because the line or the disk failed. What came before is on the disk. */
export type Written = 'ended' | 'cut' | 'no-room';

/** Streams a body into a file, a part at a time: the next is read when the last is on the disk. */
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
    if (isNoRoom(thrown)) return 'no-room';
    throw thrown;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function isNoRoom(thrown: unknown): boolean {
  return (
    thrown instanceof Error && /^(?:QuotaExceededError|NS_ERROR_FILE_NO_DEVICE_SPACE)$/.test(thrown.name)
  );
}
