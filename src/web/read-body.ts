export type BodyRead =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; reason: 'too-large' | 'truncated' };

interface Options {
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a response's body. `too-large`: it has more than `maxBytes` bytes, and the rest was cancelled. `truncated`: it has fewer
 * bytes than Content-Length announced. Rejects with the stream's error, or with the signal's reason as soon as the signal aborts,
 * even while no bytes come.
 */
export async function readBytes(response: Response, { maxBytes, signal }: Options): Promise<BodyRead> {
  const announced = announcedLength(response);
  if (announced > maxBytes) {
    discard(response);
    return { ok: false, reason: 'too-large' };
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = response.body?.getReader();
  const stop = () => void reader?.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    while (reader) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) break;
      total += value.length;
      if (total > maxBytes) return { ok: false, reason: 'too-large' };
      chunks.push(value);
    }
    return total < announced ? { ok: false, reason: 'truncated' } : { ok: true, bytes: join(chunks, total) };
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** Parses JSON; undefined when the bytes are not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Cancels a body that is not read, so that its connection closes. */
export function discard(response: Response): void {
  void response.body?.cancel().catch(() => {});
}

/** Bytes by Content-Length; 0 when unknown, and for a compressed body, whose header counts the compressed bytes. */
function announcedLength(response: Response): number {
  if (response.headers.get('content-encoding')) return 0;
  const value = response.headers.get('content-length') ?? '';
  return /^\d+$/.test(value) ? Number(value) : 0;
}

function join(chunks: readonly Uint8Array[], total: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
