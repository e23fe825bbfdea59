import type { ErrorCode, ProviderConfig, ProviderResult, QueuedJob } from '../../generation/index.ts';
import type { Hub, KeyValueStore } from '../../hub/types.ts';
import type { Delay } from '../../web/wait.ts';
import type { Decode } from '../picture/open-picture.ts';
import type { Fetch } from './exchange.ts';

/** Callbacks that are awaited, so that each event is stored before the next request. */
export interface RouteObserver {
  /** Called before a paid request is sent. When it rejects, nothing is sent. */
  asking?(route: string): void | Promise<void>;
  /** Called after the answer, or with the code TIMEOUT, CANCELLED or UNKNOWN when there is none. */
  answered?(route: string, answer: { status?: number; code?: ErrorCode }): void | Promise<void>;
  /** A queue accepted the job. Called before its state is first requested. */
  queued?(job: QueuedJob): void | Promise<void>;
  /** A paid picture can be fetched from this address. Called before it is fetched. */
  pictureAt?(
    picture: Pick<ProviderResult, 'model' | 'route' | 'warnings'> & { url: string },
  ): void | Promise<void>;
}

/** What the provider is built from. Only `fetch` is required; a browser's own fetch must come bound to its global. */
export interface HuggingFaceParts {
  fetch: Fetch;
  token?: string | undefined;
  clock?: { now(): number } | undefined;
  hub?: Pick<Hub, 'info'> | undefined;
  /** The same hub with huggingface.co as the only source that is switched on. */
  huggingFaceHub?: Pick<Hub, 'info'> | undefined;
  /** The name of a source that is not huggingface.co, by its id; undefined for huggingface.co itself. */
  otherHub?: ((sourceId: string) => string | undefined) | undefined;
  config?: Partial<ProviderConfig['huggingface']> | undefined;
  /** The token for the user's own API URL. The Hugging Face token goes there only if that URL is on router.huggingface.co. */
  endpointToken?: string | undefined;
  /** Route names, the preferred one first. */
  routeOrder?: readonly string[] | undefined;
  routeCache?: KeyValueStore | undefined;
  routeCacheTtlSeconds?: number | undefined;
  deadRoutes?: KeyValueStore | undefined;
  isOnline?: (() => boolean) | undefined;
  observer?: RouteObserver | undefined;
  delay?: Delay | undefined;
  /** Decodes a picture; rejects for bytes that cannot be shown. Left out: the browser's own decoder. */
  decode?: Decode | undefined;
  /** The browser can send a body as a stream (`streamsBodies`): paid requests then cannot be resent by the browser. */
  streams?: boolean | undefined;
}
