import * as z from 'zod/mini';
import { generationRequest, PROVIDER_NAMES } from '../generation/index.ts';
import { type Entry, replying } from './entry.ts';
import type { Reply } from './problems.ts';
import { id, newSource, repository, settingsPatch, sourceChange, tokenSlot } from './shapes.ts';
import type {
  CacheView,
  FileAddress,
  ModelCheck,
  ModelSearch,
  RepositoryFiles,
  RepositoryTarget,
  SettingsView,
  SourceProbe,
  SourceTest,
  TokenView,
} from './views.ts';

const MINUTE_MS = 60_000;
/** For a chain of hubs that is slow to answer. */
const SLOW = { patienceMs: 5 * MINUTE_MS };

const nothing = z.lazy(() => z.strictObject({}));
const job = z.lazy(() => z.strictObject({ jobId: id }));
const source = z.lazy(() => z.strictObject({ id }));
/** The id of the source that the page showed: nobody else is used. Left out: whoever has it. */
const shownSource = z.optional(id);
const text = (maxLength: number) => z.string().check(z.maxLength(maxLength));

/**
 * Every message, page to background, one entry each: the shape of what comes with it, the type of the answer, and how long a
 * page waits for it. A shape is built when its message first comes, since a worker starts often and reads few of them.
 */
export const MESSAGES = {
  /** Wakes the worker, which recovers the jobs of a killed one before it answers. */
  hello: replying<null>()(nothing),
  /** `count` pictures, 1 to 4; each is a job of its own. `jobId` is the first of them. */
  generate: replying<{ jobId: string; jobIds: string[] }>()(
    z.lazy(() =>
      z.strictObject({
        request: generationRequest,
        origin: z.enum(['popup', 'selection']),
        count: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
      }),
    ),
  ),
  cancel: replying<null>()(job),
  /** Cancels every job that has not ended, or those of one press (`Job.group`). */
  cancelAll: replying<{ cancelled: number }>()(z.lazy(() => z.strictObject({ group: z.optional(id) }))),
  /** Begins a waiting job now. */
  beginNow: replying<null>()(job),
  /** Lets a failed job wait for the moment, or the network, that its failure named. */
  letWait: replying<null>()(job),
  /** Asks the queue service that took a job on how it stands. Never pays. */
  lookAgain: replying<null>()(job),
  /** Has an ended job without a picture made by this provider alone. It may be paid for twice: only on a press that says so. */
  askInstead: replying<null>()(z.lazy(() => z.strictObject({ jobId: id, provider: z.enum(PROVIDER_NAMES) }))),
  /** Takes an ended job out of sight, or brings it back (`undo`); its picture stays. */
  dismiss: replying<null>()(z.lazy(() => z.strictObject({ jobId: id, undo: z.optional(z.boolean()) }))),
  /** Deletes pictures together with the jobs that made them, or brings them back (`undo`) while that is possible. */
  deletePictures: replying<null>()(
    z.lazy(() =>
      z.strictObject({
        ids: z.array(id).check(z.minLength(1), z.maxLength(1000)),
        undo: z.optional(z.boolean()),
      }),
    ),
  ),
  /** Fetches a picture that was paid for but could not be reached, after its origin was allowed. */
  fetchPicture: replying<null>()(job, SLOW),
  /** Stores a picture that was paid for but could not be stored. */
  keepPicture: replying<null>()(job),
  /**
   * Hands out such a picture while it is held, to be saved as a file instead. As a data URL: bytes do not survive a message.
   * `createdAt` in epoch milliseconds.
   */
  heldPicture: replying<{ image: string; createdAt: number }>()(job),
  /** Every picture in the gallery and every job, for good; running jobs are cancelled. Answers with how many there were. */
  deletePicturesAndJobs: replying<{ pictures: number; jobs: number }>()(
    z.lazy(() => z.strictObject({ confirmed: z.literal(true) })),
  ),

  /**
   * A picture of the gallery, for a page that does not share the background's database (private windows). Its record is to be
   * parsed; its bytes come as a data URL.
   */
  readPicture: replying<{ picture: object; image: string }>()(
    z.lazy(() => z.strictObject({ id })),
    SLOW,
  ),
  /** `sessionOnly`: the browser gives no database, and pictures last as long as it runs. */
  galleryState: replying<{ sessionOnly: boolean; pictures: number; byteLength: number }>()(nothing),

  readSettings: replying<SettingsView>()(nothing),
  updateSettings: replying<SettingsView>()(z.lazy(() => z.strictObject({ patch: settingsPatch }))),
  /**
   * `origin` is where the page said that the token goes, for a slot that belongs to an address: refused when that leads
   * elsewhere by now.
   */
  saveToken: replying<TokenView>()(
    z.lazy(() => z.strictObject({ slot: tokenSlot, token: z.string(), origin: z.optional(z.string()) })),
  ),
  removeToken: replying<null>()(z.lazy(() => z.strictObject({ slot: tokenSlot }))),
  connectPuter: replying<TokenView>()(nothing, { patienceMs: 30 * MINUTE_MS }),

  /** Asks an address what it is. */
  probeSource: replying<SourceProbe>()(
    z.lazy(() => z.strictObject({ url: z.string() })),
    SLOW,
  ),
  testSource: replying<SourceTest>()(source, SLOW),
  /** Puts a new source behind the others. */
  addSource: replying<{ id: string }>()(z.lazy(() => z.strictObject({ source: newSource }))),
  /** Changes the named fields of a source, and no others: another page may have changed those. */
  changeSource: replying<null>()(z.lazy(() => z.strictObject({ id, change: sourceChange }))),
  removeSource: replying<null>()(source),
  /** Undoes a removal: the source and its token come back where they were. */
  restoreSource: replying<null>()(source),
  orderSources: replying<null>()(z.lazy(() => z.strictObject({ ids: z.array(id) }))),

  /** What is known of a model, before it is set and paid for. */
  checkModel: replying<ModelCheck>()(
    z.lazy(() => z.strictObject({ model: text(300) })),
    SLOW,
  ),
  searchModels: replying<ModelSearch>()(
    z.lazy(() => z.strictObject({ query: text(300) })),
    SLOW,
  ),
  /** What the user typed or pasted: an id or a hub URL. */
  parseRepository: replying<{ repository: RepositoryTarget; source?: string }>()(
    z.lazy(() => z.strictObject({ text: text(2000) })),
  ),
  listFiles: replying<RepositoryFiles>()(
    z.lazy(() => z.strictObject({ repository, path: z.string(), source: shownSource })),
    SLOW,
  ),
  repositoryPage: replying<{ url: string }>()(
    z.lazy(() => z.strictObject({ repository, source: shownSource })),
    SLOW,
  ),
  downloadFile: replying<FileAddress>()(
    z.lazy(() => z.strictObject({ repository, path: z.string().check(z.minLength(1)), source: shownSource })),
    SLOW,
  ),

  cacheStats: replying<CacheView>()(nothing),
  clearCache: replying<null>()(nothing),
  forgetRepository: replying<null>()(z.lazy(() => z.strictObject({ repository }))),
};

export type MessageName = keyof typeof MESSAGES;
export type RequestOf<Name extends MessageName> = z.infer<(typeof MESSAGES)[Name]['request']>;
export type ReplyOf<Name extends MessageName> = Reply<
  (typeof MESSAGES)[Name] extends Entry<infer _, infer Value> ? Value : never
>;
