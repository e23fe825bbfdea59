import type { ImageProvider } from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import type { House } from '../services.ts';
import type { Snapshot } from '../state/snapshot.ts';

/** Builds a provider as the settings are now, for one job. */
export type BuildProvider = (
  house: Omit<House, 'runner'>,
  snapshot: Snapshot,
  log: AttemptLog,
) => ImageProvider;
