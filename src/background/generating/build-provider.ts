import type { ImageProvider } from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import type { Services } from '../services.ts';
import type { Current } from '../state/current.ts';

/** Builds a provider as the settings are now, for one job. */
export type BuildProvider = (
  services: Omit<Services, 'runner' | 'wakeUp'>,
  current: Current,
  log: AttemptLog,
) => ImageProvider;
