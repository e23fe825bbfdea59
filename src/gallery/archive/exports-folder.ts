/**
 * The folder for exports in the extension's private file system (OPFS). The name of each file begins with the time when its export
 * was begun, in epoch milliseconds.
 */
const FOLDER = 'exports';
/**
 * How long an export file is kept: long enough for the browser to copy it to the user's folder, since no page is told when that
 * is done.
 */
export const EXPORT_STAYS_MS = 60 * 60_000;

interface Folder {
  keys(): AsyncIterable<string>;
  removeEntry(name: string): Promise<void>;
}

/**
 * Opens the folder of exports. Rejects where the browser has no private file system, as in private windows; without `create` also
 * where nothing was ever exported.
 */
export async function openExports({
  create,
}: {
  create: boolean;
}): Promise<FileSystemDirectoryHandle & Folder> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle(FOLDER, { create })) as FileSystemDirectoryHandle & Folder;
}

/**
 * Removes exports that were begun more than `olderThanMs` ago. `now` is epoch milliseconds. Rejects where there is no folder of
 * exports.
 */
export async function removeExports(now: number, olderThanMs: number, folder?: Folder): Promise<void> {
  const from = folder ?? (await openExports({ create: false }));
  const names: string[] = [];
  for await (const name of from.keys()) names.push(name);
  // Also old: a file named by a time in the future (the clock was set back), and a file whose name is not a time.
  const isOld = (name: string) => !(Math.abs(now - Number.parseInt(name, 10)) < olderThanMs);
  for (const name of names.filter(isOld)) await from.removeEntry(name).catch(() => undefined);
}
