import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';

/** A day like any other. Months count from zero; local time, because that is what a zip holds. */
const SAME_DATE = new Date(2020, 0, 1);

/**
 * A zip whose bytes depend on the names and contents of its files alone: names in order, one date for all, and nothing about
 * the machine that packed it. The compressed bytes are those of the zlib in the Node that runs this.
 */
export async function zipDeterministically(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), {
    lastModDate: SAME_DATE,
    extendedTimestamp: false,
    useWebWorkers: false,
    keepOrder: true,
    dataDescriptor: false,
    level: 9,
  });
  const byName = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [name, bytes] of byName)
    await zip.add(name, new BlobReader(new Blob([bytes as Uint8Array<ArrayBuffer>])));
  return new Uint8Array(await (await zip.close()).arrayBuffer());
}
