import type { KeyValueStore } from '../storage/key-value-store.ts';

/** The words of the hub: what a source is, what it can say of a repository, and what all answers together mean. */

export type SourceType = 'huggingface' | 'kohakuhub';
export type RepositoryType = 'model' | 'dataset' | 'space';

/** A hub that can host repositories. A lower `priority` is asked first; ties keep list order. */
export interface Source {
  id: string;
  name: string;
  /** Where the hub lives, with or without a trailing slash; a path is part of it. */
  url: string;
  type: SourceType;
  priority: number;
  enabled: boolean;
  /** Goes to this source's own origin and nowhere else. */
  token?: string | undefined;
  /** Pins: this source is asked about these owners only, and these owners are looked up only at sources that pin them. */
  namespaces?: string[] | undefined;
}

export interface RepositoryRef {
  type: RepositoryType;
  /** `owner/name`, or `name` alone. */
  id: string;
  /** `main` when left out. */
  revision?: string | undefined;
}

export type Verdict =
  | 'present'
  | 'gated'
  | 'absent'
  | 'disabled'
  | 'denied'
  | 'token-rejected'
  | 'rate-limited'
  | 'unreachable'
  | 'invalid'
  | 'skipped'
  | 'cancelled';

/** Why an answer could not be used, when the reason was found here and not stated by the hub. */
export type AttemptReason =
  | 'timed-out'
  | 'no-connection'
  | 'other-origin'
  | 'too-large'
  | 'unsafe-address'
  /** The source was removed or switched off while it was being asked; no further request was sent to it. */
  | 'revoked';

/**
 * Why a list is not the whole list: a limit of pages or items was reached, the link to the next page led nowhere, there
 * was too much to read, or a page could not be loaded.
 */
export type Incomplete = 'page-limit' | 'next-link' | 'too-large' | 'failed-page';

/** What one source answered. */
export interface Attempt {
  source: string;
  verdict: Verdict;
  status?: number;
  /**
   * The hub's own `X-Error-Code` and words. Our own remark on an answer is its `reason`; the only code of
   * ours is `TooLarge`, for a repository that is there and whose JSON is too large to read.
   */
  code?: string;
  message?: string;
  reason?: AttemptReason;
  /** How long the answer took, in milliseconds. */
  ms?: number;
  cached?: boolean;
  /** Seconds until the source may be asked again; set when it was rate-limited or skipped and the time is known. */
  retryAfterSeconds?: number;
}

export type Outcome =
  | 'found'
  | 'not-found'
  | 'token-rejected'
  | 'disabled'
  | 'denied'
  | 'rate-limited'
  | 'unavailable';

export type Access = 'open' | 'gated';
export type Confidence = 'confirmed' | 'provisional';

/** What all attempts together say: who hosts a repository. */
export interface Location {
  outcome: Outcome;
  /** The id of the hosting source, when found. */
  source?: string;
  access?: Access;
  /** The id the source answers with: another one after a rename, or in another case. */
  canonicalId?: string;
  confidence?: Confidence;
  /** Sources further down that are known to host it too. */
  alternatives: string[];
  /** Seconds until the first source may be asked again; set when rate-limited and the time is known. */
  retryAfterSeconds?: number;
  fromCache: boolean;
  stale?: boolean;
  /** One attempt for each source, in priority order. */
  attempts: Attempt[];
}

/** Where something came from: the source's id, and its URL without a trailing slash. */
export interface Provenance {
  _source: string;
  _source_url: string;
}

/** A hub's own JSON: any field may be missing or of any type. */
export type JsonObject = Record<string, unknown>;

/** What a hub says of a repository: its own JSON as it is, with the id checked to be text. */
export type RepoInfo = JsonObject & { id?: string; modelId?: string };
export type TreeEntry = JsonObject;
export type ListItem = JsonObject &
  Provenance & { id: string; alternatives?: string[]; type?: RepositoryType };
export type UserProfile = JsonObject;

/** Whether a list is complete, and if not, why. */
export interface Wholeness {
  complete: boolean;
  incomplete?: Incomplete;
}

/** Something found: an object carries the tags itself, a list comes as `items` beside them. */
export type Found<T> = T extends readonly unknown[] ? { items: T } & Wholeness & Provenance : T & Provenance;

export interface Avatar extends Provenance {
  /** The media type that the bytes themselves show. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A URL to go to: nothing was fetched from it. */
export interface Redirect {
  url: string;
  source: string;
  confidence: Confidence;
}

/** The result of one source in a list. The verdict `present` means that it gave its list. */
export interface ListReport {
  source: string;
  verdict: Verdict;
  status?: number;
  code?: string;
  message?: string;
  /** Seconds until the source may be asked again, when it is cooling down and the time is known. */
  retryAfterSeconds?: number;
  count: number;
  /** Why the list it gave is not complete. */
  incomplete?: Incomplete;
}

export interface Listing extends Wholeness {
  items: ListItem[];
  sources: ListReport[];
}

export type ListSort = 'newest' | 'downloads' | 'likes' | 'trending';

export interface ListQuery {
  search?: string | undefined;
  author?: string | undefined;
  sort?: ListSort | undefined;
  limit?: number | undefined;
  pipeline_tag?: string | undefined;
  /** Keeps items without a `pipeline_tag` from sources that do not know that field. */
  untagged?: boolean | undefined;
  expand?: string[] | undefined;
}

export interface LookupOptions {
  signal?: AbortSignal | undefined;
  /** Ignores the cache and every cool-down. */
  fresh?: boolean | undefined;
}

export interface LocateOptions extends LookupOptions {
  /** Waits for every source's answer instead of stopping when the result is decided. */
  complete?: boolean | undefined;
  /** Called with each source's verdict as it comes in, including cached and skipped ones. */
  onAttempt?: ((attempt: Attempt) => void) | undefined;
}

export interface UseOptions extends LookupOptions {
  /**
   * The id of the source that was shown to the user: only this source is asked and used. When it has nothing
   * or cannot be reached, the HubError has its id in `source`, and in `alternatives` the sources that would
   * answer.
   */
  source?: string | undefined;
}

export interface InfoOptions extends UseOptions {
  /** Asks for these properties alone (Hugging Face's `expand[]`). */
  expand?: string[] | undefined;
}

export interface TreeOptions extends UseOptions {
  recursive?: boolean | undefined;
  expand?: boolean | undefined;
}

export interface ListOptions {
  signal?: AbortSignal | undefined;
  /** Asks sources that are cooling down, too. */
  fresh?: boolean | undefined;
  /** Called when a source has answered, with its items and its result. */
  onSource?: ((part: { items: ListItem[]; report: ListReport }) => void) | undefined;
}

export type { KeyValueStore };

export interface HubSettings {
  enabled: boolean;
  cacheTtlSeconds: number;
  /** Milliseconds for each probe. */
  timeoutMs: number;
  /** Most requests in flight at once, for the whole hub. */
  maxConcurrent: number;
  /** Milliseconds that sources of higher priority still get once a source of lower priority has the repository. */
  graceMs: number;
  maxRecords: number;
}

/** Used for expiry and cool-downs only; waits run on real timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface HubPorts {
  /** Read at each lookup, and before each request: a source that was removed or switched off is not asked any more. */
  sources: () => readonly Source[];
  /** A setting that is left out has its default. A function is called at each lookup. */
  settings?: Partial<HubSettings> | (() => Partial<HubSettings>) | undefined;
  cache: KeyValueStore;
  /** Left out: cool-downs are kept in memory, and lost when the worker restarts. */
  coolDowns?: KeyValueStore | undefined;
  fetch: Fetch;
  clock: Clock;
}

export interface HubStats {
  entries: number;
  hits: number;
  misses: number;
}

export interface Hub {
  locate(ref: RepositoryRef, options?: LocateOptions): Promise<Location>;
  info(ref: RepositoryRef, options?: InfoOptions): Promise<Found<RepoInfo>>;
  tree(ref: RepositoryRef, path?: string, options?: TreeOptions): Promise<Found<TreeEntry[]>>;
  pathsInfo(ref: RepositoryRef, paths: string[], options?: TreeOptions): Promise<Found<TreeEntry[]>>;
  resolve(ref: RepositoryRef, file: string, options?: UseOptions): Promise<Redirect>;
  page(ref: RepositoryRef, options?: UseOptions): Promise<Redirect>;
  list(type: RepositoryType, query?: ListQuery, options?: ListOptions): Promise<Listing>;
  /** The names of a repository's branches and tags, at the source that hosts it. */
  revisions(ref: RepositoryRef, options?: UseOptions): Promise<string[]>;
  userProfile(name: string, options?: LookupOptions): Promise<Found<UserProfile>>;
  userAvatar(name: string, options?: LookupOptions): Promise<Avatar>;
  userRepos(name: string, options?: ListOptions): Promise<Listing>;
  stats(): Promise<HubStats>;
  clear(): Promise<void>;
  evict(ref: RepositoryRef): Promise<void>;
  /** Call when the connection is back: sources that are cooling down because they could not be reached may be asked again. */
  online(): Promise<void>;
}
