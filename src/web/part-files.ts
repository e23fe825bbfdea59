/** Files that grow piece by piece on the disk, in the browser's private file system, which pages and worker share. */
export interface PartFiles {
  /** Whether the browser has a place for them: private windows have none. */
  areThere(): Promise<boolean>;
  /** How many bytes of a file are on the disk. */
  size(id: string): Promise<number>;
  /** Puts bytes behind what is there. What was written once stays, should the worker die in the next piece. */
  append(id: string, bytes: Blob): Promise<void>;
  /** The whole file, without reading it into memory. */
  whole(id: string): Promise<Blob>;
  remove(id: string): Promise<void>;
  ids(): Promise<string[]>;
}

const FOLDER = 'downloads';
const DIGITS = 8;

/**
 * A file is a folder of parts in order: a file that is written to is only kept once it is closed, and copying what is
 * there to write on would take as long as the file is large.
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
