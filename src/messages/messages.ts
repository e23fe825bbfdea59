import * as z from 'zod/mini';
import { generationRequest, type ModelPrice, PROVIDER_NAMES } from '../generation/index.ts';
import type { DownloadView } from './downloads.ts';
import { LONGEST_ADDRESS } from './hand-over.ts';
import type { Reply } from './problems.ts';
import { reply } from './reply-type.ts';
import { SETTINGS_MESSAGES } from './settings-messages.ts';
import { id, newSource, nothing, one, repository, sourceChange, text } from './shapes.ts';
import type {
  CacheView,
  FileAddress,
  ModelCheck,
  RepositoryFiles,
  RepositoryTarget,
  SourceProbe,
  SourceTest,
} from './views.ts';

const job = z.lazy(() => z.strictObject({ jobId: id }));
/** The ids of pictures; at most as many as a gallery may hold. */
const pictureIds = z.array(id).check(z.minLength(1), z.maxLength(100_000));
/** The id of the source that the page shows: only that source is asked. Left out: the first source that has the repository. */
const shownSource = z.optional(id);

/**
 * Every message from a page to the background: the schema of its request and the type of its reply. Pages do not load the
 * schemas; their time limits are in `patience.ts`. A schema is built when its message first arrives, since a worker starts
 * often and needs few of them.
 */
export const MESSAGES = {
  /** Wakes the worker, which recovers the jobs of a killed one before it answers. */
  hello: { request: nothing, reply: reply<null>() },
  /** Makes `count` pictures, 1 to 4; each is a job of its own. `jobId` is the id of the first job. */
  generate: {
    request: z.lazy(() =>
      z.strictObject({
        request: generationRequest,
        origin: z.enum(['popup', 'selection']),
        count: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
        /** The address of the page whose text was selected. The job keeps it if the user's settings allow that. */
        page: z.optional(text(LONGEST_ADDRESS)),
        /** The text was longer and was cut before anybody saw it. */
        shortened: z.optional(z.boolean()),
        /**
         * The request comes from a private window: job and picture are not stored on the disk, unless the user's settings want
         * it.
         */
        isPrivate: z.optional(z.boolean()),
        /** The id of the job or picture that the request was made from: the new job takes over its page and whether it is private. */
        from: z.optional(id),
      }),
    ),
    reply: reply<{ jobId: string; jobIds: string[] }>(),
  },
  cancel: { request: job, reply: reply<null>() },
  /** Cancels every job that has not ended; with `group` only the jobs of one press of Generate (`Job.group`). */
  cancelAll: {
    request: z.lazy(() => z.strictObject({ group: z.optional(id) })),
    reply: reply<{ cancelled: number }>(),
  },
  /** The price of a picture by the provider's price list, for the model in the settings. Left out where the list does not tell. */
  readPrice: {
    request: z.lazy(() => z.strictObject({ provider: z.enum(PROVIDER_NAMES) })),
    reply: reply<{ price?: ModelPrice }>(),
  },
  /** Starts a waiting job now. */
  beginNow: { request: job, reply: reply<null>() },
  /** Lets a failed job wait until the time that the service named, or until the browser is online. */
  letWait: { request: job, reply: reply<null>() },
  /** Asks the queue service that accepted a job for its state. Never pays. */
  lookAgain: { request: job, reply: reply<null>() },
  /** Runs an ended job without a picture again, with this provider only. It may be paid for twice, so it needs a press of a button that says so. */
  askInstead: {
    request: z.lazy(() => z.strictObject({ jobId: id, provider: z.enum(PROVIDER_NAMES) })),
    reply: reply<null>(),
  },
  /** Dismisses an ended job, or shows it again (`undo`); its picture stays. */
  dismiss: {
    request: z.lazy(() => z.strictObject({ jobId: id, undo: z.optional(z.boolean()) })),
    reply: reply<null>(),
  },
  /** What ended was seen: a page that shows it is before the user's eyes. */
  seen: { request: nothing, reply: reply<null>() },
  /** Fetches a picture that was paid for but could not be reached, after its origin was allowed. */
  fetchPicture: { request: job, reply: reply<null>() },
  /** Stores a picture that was paid for but could not be stored. */
  keepPicture: { request: job, reply: reply<null>() },
  /**
   * Hands out a picture that could not be stored, while the worker still holds it in memory, for the page to save as a file. The
   * page must parse `picture`; `image` is a data URL, since messages cannot carry bytes.
   */
  heldPicture: { request: job, reply: reply<{ picture: object; image: string }>() },
  /**
   * Deletes every picture in the gallery and every job for good; with `keepFavourites` not the favourites and their jobs. Running
   * jobs are cancelled. Answers with the numbers of deleted pictures and jobs.
   */
  deletePicturesAndJobs: {
    request: z.lazy(() =>
      z.strictObject({ confirmed: z.literal(true), keepFavourites: z.optional(z.boolean()) }),
    ),
    reply: reply<{ pictures: number; jobs: number }>(),
  },

  /**
   * A picture of the gallery, for a page that does not share the background's database (private windows). The page must parse
   * `picture`; `image` is a data URL.
   */
  readPicture: {
    request: z.lazy(() => z.strictObject({ id })),
    reply: reply<{ picture: object; image: string }>(),
  },
  /** Sums of the gallery. `sessionOnly`: the browser has no database for the extension, and pictures are lost when it closes. */
  galleryState: {
    request: nothing,
    reply: reply<{ sessionOnly: boolean; pictures: number; favourites: number; byteLength: number }>(),
  },

  /** A page has imported pictures from a file: the background tells the other pages, and applies the limit on disk space. */
  picturesImported: { request: nothing, reply: reply<null>() },
  /** Marks pictures of the gallery as favourites, or removes the mark. */
  favourPictures: {
    request: z.lazy(() => z.strictObject({ ids: pictureIds, favourite: z.boolean() })),
    reply: reply<null>(),
  },
  /**
   * Deletes pictures together with their jobs; for an hour, `undo` restores them. The reply has the number of those that there
   * are; NO_SUCH_PICTURE when `undo` finds none.
   */
  deletePictures: {
    request: z.lazy(() => z.strictObject({ ids: pictureIds, undo: z.optional(z.boolean()) })),
    reply: reply<{ pictures: number }>(),
  },

  ...SETTINGS_MESSAGES,

  /** Finds out what kind of hub is at an address. With a token, for hubs that answer only to signed-in users. */
  probeSource: {
    request: z.lazy(() => z.strictObject({ url: z.string(), token: z.optional(text(10_000)) })),
    reply: reply<SourceProbe>(),
  },
  testSource: { request: one, reply: reply<SourceTest>() },
  /** Adds a source at the end of the list. */
  addSource: { request: z.lazy(() => z.strictObject({ source: newSource })), reply: reply<{ id: string }>() },
  /** Changes only the given fields of a source, since another page may have changed the other fields. */
  changeSource: { request: z.lazy(() => z.strictObject({ id, change: sourceChange })), reply: reply<null>() },
  removeSource: { request: one, reply: reply<null>() },
  /** Undoes a removal: restores the source, its place and its token. */
  restoreSource: { request: one, reply: reply<null>() },
  orderSources: { request: z.lazy(() => z.strictObject({ ids: z.array(id) })), reply: reply<null>() },

  /** Checks a model before it is set and paid for. */
  checkModel: { request: z.lazy(() => z.strictObject({ model: text(300) })), reply: reply<ModelCheck>() },
  /** Parses what the user typed or pasted: a repository's id or its URL at a hub. */
  parseRepository: {
    request: z.lazy(() => z.strictObject({ text: text(2000) })),
    reply: reply<{ repository: RepositoryTarget; source?: string }>(),
  },
  listFiles: {
    request: z.lazy(() => z.strictObject({ repository, path: z.string(), source: shownSource })),
    reply: reply<RepositoryFiles>(),
  },
  repositoryPage: {
    request: z.lazy(() => z.strictObject({ repository, source: shownSource })),
    reply: reply<{ url: string }>(),
  },
  downloadFile: {
    request: z.lazy(() =>
      z.strictObject({ repository, path: z.string().check(z.minLength(1)), source: shownSource }),
    ),
    reply: reply<FileAddress>(),
  },
  /** The downloads with a source's token: those under way and those that ended lately; newest first. */
  listDownloads: { request: nothing, reply: reply<DownloadView[]>() },
  /** Ends a download and removes it from the list; the file in the user's folder stays. */
  cancelDownload: { request: one, reply: reply<null>() },
  resumeDownload: { request: one, reply: reply<null>() },
  /** A page asks to save a complete file: only the first page that asks gets `mine: true`. `again`: also if it was saved before. */
  takeDownload: {
    request: z.lazy(() => z.strictObject({ id, again: z.boolean() })),
    reply: reply<{ mine: boolean }>(),
  },

  cacheStats: { request: nothing, reply: reply<CacheView>() },
  clearCache: { request: nothing, reply: reply<null>() },
  forgetRepository: { request: z.lazy(() => z.strictObject({ repository })), reply: reply<null>() },
};

export type MessageName = keyof typeof MESSAGES;
export type RequestOf<Name extends MessageName> = z.infer<(typeof MESSAGES)[Name]['request']>;
export type ReplyOf<Name extends MessageName> = Reply<
  (typeof MESSAGES)[Name] extends { reply: infer Value } ? Value : never
>;
