import type { MessageName } from './messages.ts';

const MINUTE_MS = 60_000;
/** Milliseconds, for lookups at several slow hubs. */
const SLOW_MS = 5 * MINUTE_MS;

/**
 * Time limits of messages that take longer than the background's own work. Not in `messages.ts`, since a page would then
 * load the schemas of all messages.
 */
const LONGER_MS: { [Name in MessageName]?: number } = {
  /** The user signs in at Puter in this time. */
  connectPuter: 30 * MINUTE_MS,
  fetchPicture: SLOW_MS,
  probeSource: SLOW_MS,
  testSource: SLOW_MS,
  readPicture: SLOW_MS,
  checkModel: SLOW_MS,
  listFiles: SLOW_MS,
  repositoryPage: SLOW_MS,
  downloadFile: SLOW_MS,
};

/** Milliseconds that a page waits for a reply before it treats the background as gone. */
export function patienceMs(name: MessageName): number {
  return LONGER_MS[name] ?? MINUTE_MS;
}
