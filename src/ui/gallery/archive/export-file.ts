import { EXPORT_STAYS_MS, openExports, removeExports } from '../../../gallery/archive/exports-folder.ts';

/** A file that is written in pieces, whatever its size, before it is handed to the browser's downloads. */
export interface ExportFile {
  sink: WritableStream<Uint8Array>;
  /** The written file. Call this once the sink is closed. */
  finish(): Promise<Blob>;
  drop(): Promise<void>;
}

/**
 * Bytes. The largest export where the browser has no files for the extension, and the export is kept in
 * memory.
 */
const MOST_IN_MEMORY = 512 * 1024 * 1024;

/**
 * Opens a new file among the browser's own files for this extension; in memory where there are none, as in
 * private windows. Rejects with a `QuotaExceededError` when the disk is full.
 */
export async function openExportFile(now: number): Promise<ExportFile> {
  try {
    const folder = await openExports({ create: true });
    await removeExports(now, EXPORT_STAYS_MS, folder);
    const name = `${now}.zip`;
    const handle = await folder.getFileHandle(name, { create: true });
    const drop = () => folder.removeEntry(name).catch(() => undefined);
    return { sink: await handle.createWritable(), finish: () => handle.getFile(), drop };
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'QuotaExceededError') throw reason;
    return inMemory();
  }
}

function inMemory(): ExportFile {
  let parts: Blob[] = [];
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      length += part.length;
      if (length > MOST_IN_MEMORY) throw new DOMException('Too much for the memory', 'QuotaExceededError');
      parts.push(new Blob([part as Uint8Array<ArrayBuffer>]));
    },
  });
  return {
    sink,
    finish: async () => new Blob(parts, { type: 'application/zip' }),
    async drop() {
      parts = [];
    },
  };
}
