import type { ImageProvider, ProviderResult, QueuedJob } from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import type { PriceList } from '../lookups/prices.ts';
import type { Services } from '../services.ts';
import type { Current } from '../state/current.ts';

type ProviderServices = Omit<Services, 'runner' | 'wakeUp'>;

/** Builds a provider as the settings are now, for one job. */
export type BuildProvider = (services: ProviderServices, current: Current, log: AttemptLog) => ImageProvider;

/** What the background must know of a provider. */
export interface ProviderEntry {
  build: BuildProvider;
  /** The provider announces each route before it sends a request there: an attempt that announced no route has sent none. */
  announces?: boolean;
  /** Prepares what takes time; called when the provider before it is asked. */
  warm?(services: ProviderServices): void;
  /** The service's price list. Left out: its prices are known only from the bill. */
  prices?: PriceList;
  /** Polls a queue service for a job that it accepted earlier. Never pays. */
  collect?(
    services: ProviderServices,
    current: Current,
    log: AttemptLog,
    queued: QueuedJob,
    signal: AbortSignal,
  ): Promise<ProviderResult>;
}
