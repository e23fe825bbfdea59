import * as z from 'zod/mini';
import type { TreeEntry } from '../../../hub/types.ts';

const entrySchema = z.object({
  type: z.string(),
  path: z.string(),
  size: z.optional(z.catch(z.optional(z.number()), undefined)),
});

export interface FileEntry {
  folder: boolean;
  /** From the root of the repository. */
  path: string;
  name: string;
  /** Bytes. */
  size?: number;
}

/** What a hub lists, as far as it can be read: folders first, then files, by name. */
export function fileEntries(items: readonly TreeEntry[]): FileEntry[] {
  return items
    .map((item) => entrySchema.safeParse(item))
    .filter((parsed) => parsed.success)
    .map(({ data: { type, path, size } }) => ({
      folder: type === 'directory',
      path,
      name: path.split('/').at(-1) || path,
      ...(size !== undefined && { size }),
    }))
    .sort((one, other) => Number(other.folder) - Number(one.folder) || one.name.localeCompare(other.name));
}

/** The folder that a path lies in; empty for the root. */
export function parentOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
