import type { AttemptLog } from '../../../src/jobs/index.ts';

/** A log that keeps nothing. */
export const SILENT_LOG: AttemptLog = {
  started: async () => undefined,
  ended: async () => undefined,
  asking: async () => undefined,
  answered: () => undefined,
  queued: async () => undefined,
  collected: async () => undefined,
  pictureAt: async () => undefined,
};
