/** Read at once: four times the library's own, since each piece costs a way to the browser and back. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * zip.js, loaded when an archive is first read. The build without workers and WebAssembly: a page's content
 * security policy allows neither, and the browser's own CompressionStream does the work.
 */
export async function loadZip() {
  const zip = await import('@zip.js/zip.js/lib/zip-core-custom.js');
  zip.configure({ useWebWorkers: false, chunkSize: CHUNK_BYTES });
  return zip;
}
