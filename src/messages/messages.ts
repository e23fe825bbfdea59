import * as z from 'zod/mini';
import { generationRequest, type ModelPrice, PROVIDER_NAMES } from '../generation/index.ts';
import type { DownloadView } from './downloads.ts';
import type { Reply } from './problems.ts';
import { reply } from './reply-type.ts';
import { SETTINGS_MESSAGES } from './settings-messages.ts';
import { id, newSource, nothing, one, repository, sourceChange, text } from './shapes.ts';
import type {
  CacheView,
  FileAddress,
  ModelCheck,
  ModelSearch,
  RepositoryFiles,
  RepositoryTarget,
  SourceProbe,
  SourceTest,
} from './views.ts';

const job = z.lazy(() => z.strictObject({ jobId: id }));
/** As many as a gallery may hold. */
const pictureIds = z.array(id).check(z.minLength(1), z.maxLength(100_000));
/** The id of the source that the page showed: only this one is used. Left out: the source that has it. */
const shownSource = z.optional(id);

/**
 * Every message from a page to the background: the schema of its request and the type of its reply. Pages do not load the
 * schemas; their time limits are in `patience.ts`. A schema is built when its message first arrives, since a worker starts
 * often and needs few of them.
 */
export const MESSAGES = {
  /** Wakes the worker, which recovers the jobs of a killed one before it answers. */
  hello: { request: nothing, reply: reply<null>() },
  /** `count` pictures, 1 to 4; each is a job of its own. `jobId` is the first of them. */
  generate: {
    request: z.lazy(() =>
      z.strictObject({
        request: generationRequest,
        origin: z.enum(['popup', 'selection']),
        count: z.optional(z.int().check(z.minimum(1), z.maximum(4))),
        /** The address of the page whose words were selected. It is kept where the user allows that. */
        page: z.optional(text(2000)),
        /** From a private window: nothing of it is kept, unless the user wants it. */
        isPrivate: z.optional(z.boolean()),
      }),
    ),
    reply: reply<{ jobId: string; jobIds: string[] }>(),
  },
  cancel: { request: job, reply: reply<null>() },
  /** Cancels every job that has not ended, or those of one press (`Job.group`). */
  cancelAll: {
    request: z.lazy(() => z.strictObject({ group: z.optional(id) })),
    reply: reply<{ cancelled: number }>(),
  },
  /** What a service says that a picture costs with the model that is set there. Left out where it says nothing. */
  readPrice: {
    request: z.lazy(() => z.strictObject({ provider: z.enum(PROVIDER_NAMES) })),
    reply: reply<{ price?: ModelPrice }>(),
  },
  /** Begins a waiting job now. */
  beginNow: { request: job, reply: reply<null>() },
  /** Lets a failed job wait for the moment, or the network, that its failure named. */
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
  /** Fetches a picture that was paid for but could not be reached, after its origin was allowed. */
  fetchPicture: { request: job, reply: reply<null>() },
  /** Stores a picture that was paid for but could not be stored. */
  keepPicture: { request: job, reply: reply<null>() },
  /**
   * Hands out such a picture while it is held, to be saved as a file instead. Its record is to be parsed; its bytes come as a
   * data URL, since bytes do not survive a message.
   */
  heldPicture: { request: job, reply: reply<{ picture: object; image: string }>() },
  /**
   * Every picture in the gallery and every job, for good; favourites and their jobs stay where that is wished. Running jobs are
   * cancelled. Answers with how many went.
   */
  deletePicturesAndJobs: {
    request: z.lazy(() =>
      z.strictObject({ confirmed: z.literal(true), keepFavourites: z.optional(z.boolean()) }),
    ),
    reply: reply<{ pictures: number; jobs: number }>(),
  },

  /**
   * A picture of the gallery, for a page that does not share the background's database (private windows). Its record is to be
   * parsed; its bytes come as a data URL.
   */
  readPicture: {
    request: z.lazy(() => z.strictObject({ id })),
    reply: reply<{ picture: object; image: string }>(),
  },
  /** `sessionOnly`: the browser gives no database, and pictures last as long as it runs. */
  galleryState: {
    request: nothing,
    reply: reply<{ sessionOnly: boolean; pictures: number; favourites: number; byteLength: number }>(),
  },

  /** A page has stored pictures from a file: the others are told, and the limit holds for them, too. */
  picturesImported: { request: nothing, reply: reply<null>() },
  /** Marks pictures of the gallery as favourites, or removes the mark. */
  favourPictures: {
    request: z.lazy(() => z.strictObject({ ids: pictureIds, favourite: z.boolean() })),
    reply: reply<null>(),
  },
  /** Deletes pictures together with their jobs; for an hour, `undo` restores them. */
  deletePictures: {
    request: z.lazy(() => z.strictObject({ ids: pictureIds, undo: z.optional(z.boolean()) })),
    reply: reply<null>(),
  },

  ...SETTINGS_MESSAGES,

  /** Asks an address what it is; with a token, where it does not say so without. */
  probeSource: {
    request: z.lazy(() => z.strictObject({ url: z.string(), token: z.optional(text(10_000)) })),
    reply: reply<SourceProbe>(),
  },
  testSource: { request: one, reply: reply<SourceTest>() },
  /** Puts a new source behind the others. */
  addSource: { request: z.lazy(() => z.strictObject({ source: newSource })), reply: reply<{ id: string }>() },
  /** Changes the named fields of a source, and no others: another page may have changed those. */
  changeSource: { request: z.lazy(() => z.strictObject({ id, change: sourceChange })), reply: reply<null>() },
  removeSource: { request: one, reply: reply<null>() },
  /** Undoes a removal: restores the source, its place and its token. */
  restoreSource: { request: one, reply: reply<null>() },
  orderSources: { request: z.lazy(() => z.strictObject({ ids: z.array(id) })), reply: reply<null>() },

  /** Checks a model before it is set and paid for. */
  checkModel: { request: z.lazy(() => z.strictObject({ model: text(300) })), reply: reply<ModelCheck>() },
  searchModels: { request: z.lazy(() => z.strictObject({ query: text(300) })), reply: reply<ModelSearch>() },
  /** What the user typed or pasted: an id or a hub URL. */
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
  /** The files that are being fetched with a source's token, and those that were lately; newest first. */
  listDownloads: { request: nothing, reply: reply<DownloadView[]>() },
  /** Ends one and keeps nothing of it; one that was saved is taken off the list. */
  cancelDownload: { request: one, reply: reply<null>() },
  resumeDownload: { request: one, reply: reply<null>() },
  /** Asks to save a file that is here whole: one page is answered with `mine`. `again`: one that was saved before. */
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
