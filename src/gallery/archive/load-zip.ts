import { DecompressionInPieces } from './decompression-in-pieces.ts';

/** Bytes that are read at once: four times the library's default, since each read is a slow call to the browser. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * Loads zip.js when an archive is first read. It is the build without workers and WebAssembly, since the pages' content security
 * policy allows neither; the browser's own decompression is used.
 */
export async function loadZip() {
  const zip = await import('@zip.js/zip.js/lib/zip-core-custom.js');
  zip.configure({
    useWebWorkers: false,
    chunkSize: CHUNK_BYTES,
    DecompressionStream: DecompressionInPieces,
  });
  return zip;
}
