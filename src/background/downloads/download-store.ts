import * as z from 'zod/mini';
import type { DownloadView } from '../../messages/index.ts';
import type { StorageArea } from '../../storage/area.ts';
import { defined } from '../../storage/defined.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';

const KEY = 'downloads';

const text = z.string().check(z.maxLength(3_000));
const count = z.number().check(z.nonnegative());

/** The stored record of a download. Records from storage are parsed before use. */
const record = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,100}$/)),
  source: text,
  repository: z.object({ type: z.enum(['model', 'dataset', 'space']), id: text, revision: z.optional(text) }),
  path: text,
  name: text,
  state: z.enum(['running', 'ready', 'saved', 'stopped', 'failed']),
  received: count,
  size: z.optional(count),
  /** The hub's identifier of the file's content (`oid`): when it changes, the bytes on the disk are of another file. */
  content: z.optional(text),
  resumedAt: z.optional(count),
  startedOver: z.optional(z.boolean()),
  problem: z.optional(z.looseObject({ code: z.string() })),
  /** The most bytes that were ever on the disk. A try that does not get further counts as idle, see `idleTries`. */
  most: z.catch(count, 0),
  /** Tries in a row that brought nothing new. */
  idleTries: z.catch(count, 0),
  /** When `state` last changed, in milliseconds since 1970. */
  at: z.catch(count, 0),
  /** When the download was first found to have stayed too long, in milliseconds since 1970 (see `reviewKept`). */
  overdueAt: z.optional(z.catch(z.optional(count), undefined)),
});

export type Download = Omit<z.infer<typeof record>, 'problem'> & { problem?: DownloadView['problem'] };

export interface DownloadStore {
  all(): Promise<Download[]>;
  get(id: string): Promise<Download | undefined>;
  add(download: Download): Promise<void>;
  /**
   * Changes fields of a stored download; a field set to undefined is removed. Resolves with undefined when there is no such
   * download.
   */
  change(id: string, fields: Partial<Record<keyof Download, unknown>>): Promise<Download | undefined>;
  remove(id: string): Promise<void>;
}

/** Creates the store of downloads: one list in `storage.local`, newest first. The records are few and small. */
export function createDownloadStore(area: Pick<StorageArea, 'get' | 'set'>): DownloadStore {
  const oneAtATime = createOneAtATime();

  async function all(): Promise<Download[]> {
    const stored = (await area.get(KEY))[KEY];
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((entry) => {
      const { data } = record.safeParse(entry);
      return data ? [data as Download] : [];
    });
  }

  const edit = <Value>(work: (list: Download[]) => [Download[], Value]) =>
    oneAtATime(async () => {
      const [list, value] = work(await all());
      await area.set({ [KEY]: list });
      return value;
    });

  return {
    all,
    get: async (id) => (await all()).find((one) => one.id === id),
    add: (download) => edit((list) => [[download, ...list], undefined]),
    change: (id, fields) =>
      edit((list) => {
        const before = list.find((one) => one.id === id);
        if (!before) return [list, undefined];
        const after = defined({ ...before, ...fields }) as Download;
        return [list.map((one) => (one.id === id ? after : one)), after];
      }),
    remove: (id) => edit((list) => [list.filter((one) => one.id !== id), undefined]),
  };
}

/** The fields of a download that pages get. */
export function downloadView({
  content: _content,
  idleTries: _tries,
  most: _most,
  at: _at,
  overdueAt: _overdue,
  ...shown
}: Download): DownloadView {
  return shown as DownloadView;
}
