/** The folder of the browser's own files for this extension in which exports are written, each named by when it was begun. */
const FOLDER = 'exports';
/** Until then the browser has surely copied an export to where the user wants it: no page is told when it has. */
export const EXPORT_STAYS_MS = 60 * 60_000;

interface Folder {
  keys(): AsyncIterable<string>;
  removeEntry(name: string): Promise<void>;
}

/** Rejects where the browser has no files for us, as in private windows, and without `create` also where nothing was ever exported. */
export async function openExports({
  create,
}: {
  create: boolean;
}): Promise<FileSystemDirectoryHandle & Folder> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle(FOLDER, { create })) as FileSystemDirectoryHandle & Folder;
}

/** Takes away exports that were begun longer ago than that. Rejects where there is no folder of them. */
export async function removeExports(now: number, olderThanMs: number, folder?: Folder): Promise<void> {
  const from = folder ?? (await openExports({ create: false }));
  const names: string[] = [];
  for await (const name of from.keys()) names.push(name);
  // Also what is named by a time to come: the clock was turned back. And what has no time for a name.
  const isOld = (name: string) => !(Math.abs(now - Number.parseInt(name, 10)) < olderThanMs);
  for (const name of names.filter(isOld)) await from.removeEntry(name).catch(() => undefined);
}
