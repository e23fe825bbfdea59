import type { ErrorCode, ProviderConfig } from '../../generation/index.ts';
import type { Hub, KeyValueStore } from '../../hub/types.ts';
import type { Delay } from '../../web/wait.ts';
import type { Fetch } from './exchange.ts';

/** Told what happens as it happens. Both are awaited; `asking` before the request leaves, so that it is on disk first. */
export interface RouteObserver {
  /** When it rejects, nothing is sent. */
  asking?(route: string): void | Promise<void>;
  answered?(route: string, answer: { status?: number; code?: ErrorCode }): void | Promise<void>;
}

/** What the provider is built from. Only `fetch` is required; a browser's own fetch must come bound to its global. */
export interface HuggingFaceParts {
  fetch: Fetch;
  token?: string | undefined;
  clock?: { now(): number } | undefined;
  hub?: Pick<Hub, 'info'> | undefined;
  /** The same hub with its Hugging Face sources alone; pins hold. */
  huggingFaceHub?: Pick<Hub, 'info'> | undefined;
  /** The name of a source that is not Hugging Face, by its id; undefined for one that is. */
  otherHub?: ((sourceId: string) => string | undefined) | undefined;
  config?: Partial<ProviderConfig['huggingface']> | undefined;
  /** For the user's own API URL when that is not Hugging Face's: the Hugging Face token never goes there. */
  endpointToken?: string | undefined;
  /** Route names, the preferred one first. */
  routeOrder?: readonly string[] | undefined;
  routeCache?: KeyValueStore | undefined;
  routeCacheTtlSeconds?: number | undefined;
  deadRoutes?: KeyValueStore | undefined;
  isOnline?: (() => boolean) | undefined;
  observer?: RouteObserver | undefined;
  delay?: Delay | undefined;
}
