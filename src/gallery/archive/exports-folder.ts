/** The folder of the browser's own files for this extension in which exports are written, each named by when it was begun. */
const FOLDER = 'exports';
/** Until then the browser has surely copied an export to where the user wants it: no page is told when it has. */
export const EXPORT_STAYS_MS = 60 * 60_000;

interface Folder {
  keys(): AsyncIterable<string>;
  removeEntry(name: string): Promise<void>;
}

/** Rejects where the browser has no files for us, as in private windows. */
export async function openExports(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** Takes away exports that were begun longer ago than that. */
export async function removeExports(now: number, olderThanMs: number, folder?: Folder): Promise<void> {
  const from = folder ?? ((await openExports()) as unknown as Folder);
  const names: string[] = [];
  for await (const name of from.keys()) names.push(name);
  // Also what is named by a time to come: the clock was turned back. And what has no time for a name.
  const isOld = (name: string) => !(Math.abs(now - Number.parseInt(name, 10)) < olderThanMs);
  for (const name of names.filter(isOld)) await from.removeEntry(name).catch(() => undefined);
}
