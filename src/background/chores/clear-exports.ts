import { EXPORT_STAYS_MS, removeExports } from '../../gallery/index.ts';
import type { Services } from '../services.ts';

/** Right after the browser's start, an export that is older belongs to a page and a download that are gone. */
const JUST_BEGUN_MS = 60_000;

/** Takes away the exports that lie in the browser's own files since they were saved, or given up with the browser. */
export async function clearExports(
  { clock }: Pick<Services, 'clock'>,
  { browserHasStarted = false }: { browserHasStarted?: boolean } = {},
): Promise<void> {
  await removeExports(clock.now(), browserHasStarted ? JUST_BEGUN_MS : EXPORT_STAYS_MS);
}
