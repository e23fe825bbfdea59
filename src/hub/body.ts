import { throwIfAborted } from './abort.ts';

const MEGABYTE = 1_000_000;

/** The most bytes that are read of one answer: what a hub sends beyond is not worth the memory. */
export const BYTE_LIMITS = { repository: 5 * MEGABYTE, list: 20 * MEGABYTE, picture: 5 * MEGABYTE } as const;

/**
 * Reads a body up to a limit of bytes. Gives undefined, and ends the transfer, as soon as there are more. Throws an
 * AbortError when the signal aborts, even when the stream itself stays silent, and what the stream throws.
 */
export async function readBytes(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const cancel = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > limit) return undefined;
      chunks.push(part.value);
    }
    throwIfAborted(signal);
    return concatenate(chunks, length);
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

/** Parses JSON; undefined when the bytes are none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Lets go of a body that nobody will read. */
export function discard(response: Response): void {
  void response.body?.cancel().catch(() => {});
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
