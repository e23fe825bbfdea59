/** Compressed bytes that are unpacked at once. A byte may become a thousand, so these may become eight megabytes. */
const PIECE_BYTES = 8 * 1024;

/**
 * The browser's `DecompressionStream`, given its input in small pieces. Browsers unpack all that is written at once before anyone
 * can stop it: a malicious megabyte would be a gigabyte in memory.
 */
export class DecompressionInPieces {
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>;
  constructor(format: string) {
    const pieces = inPieces();
    this.writable = pieces.writable;
    this.readable = pieces.readable.pipeThrough(new DecompressionStream(format as CompressionFormat));
  }
}

/** A stream that cuts what it is given into pieces of at most `PIECE_BYTES` bytes. */
export function inPieces(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(bytes, controller) {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES)
        controller.enqueue(bytes.subarray(at, at + PIECE_BYTES));
    },
  });
}
