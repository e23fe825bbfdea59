import { EXPORT_STAYS_MS, removeExports } from '../../gallery/index.ts';
import type { Services } from '../services.ts';

/**
 * At the browser's start every export file that is older than this is left over: the page that made it and the download that
 * read it ended with the browser.
 */
const JUST_BEGUN_MS = 60_000;

/** Removes export files that nobody needs any more from the extension's own files: saved long ago, or left by a closed browser. */
export async function clearExports(
  { clock }: Pick<Services, 'clock'>,
  { browserHasStarted = false }: { browserHasStarted?: boolean } = {},
): Promise<void> {
  await removeExports(clock.now(), browserHasStarted ? JUST_BEGUN_MS : EXPORT_STAYS_MS);
}
