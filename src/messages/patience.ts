import type { MessageName } from './messages.ts';

const MINUTE_MS = 60_000;
/** For a chain of hubs that is slow to answer. */
const SLOW_MS = 5 * MINUTE_MS;

/**
 * Answers that take longer than the background's own work. Apart from the messages themselves, since a page that only asks
 * would load the shapes of all of them with it.
 */
const LONGER_MS: { [Name in MessageName]?: number } = {
  /** A person signs in. */
  connectPuter: 30 * MINUTE_MS,
  fetchPicture: SLOW_MS,
  probeSource: SLOW_MS,
  testSource: SLOW_MS,
  readPicture: SLOW_MS,
  checkModel: SLOW_MS,
  searchModels: SLOW_MS,
  listFiles: SLOW_MS,
  repositoryPage: SLOW_MS,
  downloadFile: SLOW_MS,
};

/** How long a page waits for the answer, in milliseconds, before it takes the background for gone. */
export function patienceMs(name: MessageName): number {
  return LONGER_MS[name] ?? MINUTE_MS;
}
