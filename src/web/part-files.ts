/** Files that are written to the disk part by part, in the browser's private file system (OPFS), which pages and worker share. */
export interface PartFiles {
  /** Whether the browser has a private file system here; private windows have none. */
  areThere(): Promise<boolean>;
  /** How many bytes of a file are on the disk. */
  size(id: string): Promise<number>;
  /** Adds bytes at the end of a file. Bytes of earlier calls are safe even if the worker dies during this call. */
  append(id: string, bytes: Blob): Promise<void>;
  /** The whole file as a Blob, without reading it into memory. */
  whole(id: string): Promise<Blob>;
  remove(id: string): Promise<void>;
  ids(): Promise<string[]>;
}

const FOLDER = 'downloads';
const DIGITS = 8;

/**
 * Creates the store of such files. Each file is a folder of numbered parts. One growing file would not do: the browser keeps what
 * was written only once the file is closed, and opening it again for more copies all bytes that are there.
 */
export function createPartFiles(openRoot: () => Promise<FileSystemDirectoryHandle>): PartFiles {
  const folder = async () => (await openRoot()).getDirectoryHandle(FOLDER, { create: true });

  async function parts(id: string): Promise<File[]> {
    const handle = await (await folder()).getDirectoryHandle(id, { create: true });
    const found: FileSystemFileHandle[] = [];
    for await (const part of handle.values())
      if (part.kind === 'file' && /^\d+$/.test(part.name)) found.push(part as FileSystemFileHandle);
    found.sort((one, other) => (one.name < other.name ? -1 : 1));
    return Promise.all(found.map((part) => part.getFile()));
  }

  return {
    areThere: () =>
      folder().then(
        () => true,
        () => false,
      ),
    size: async (id) => (await parts(id)).reduce((total, part) => total + part.size, 0),
    async append(id, bytes) {
      const name = String((await parts(id)).length).padStart(DIGITS, '0');
      const handle = await (await folder()).getDirectoryHandle(id, { create: true });
      const part = await handle.getFileHandle(name, { create: true });
      const writer = await part.createWritable();
      try {
        await writer.write(bytes);
        await writer.close();
      } catch (thrown) {
        await handle.removeEntry(name).catch(() => undefined);
        throw thrown;
      }
    },
    whole: async (id) => new Blob(await parts(id)),
    remove: async (id) => (await folder()).removeEntry(id, { recursive: true }).catch(() => undefined),
    async ids() {
      const names: string[] = [];
      for await (const { name } of (await folder()).values()) names.push(name);
      return names;
    },
  };
}
