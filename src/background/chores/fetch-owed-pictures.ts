import { isOriginAllowed } from '../../browser/index.ts';
import { owesPicture, paidPictures } from '../../jobs/index.ts';
import type { Handlers } from '../../messages/index.ts';
import type { Services } from '../services.ts';

/**
 * Fetches paid pictures from origins that the user has just allowed. The background does it, since the popup that asked may
 * be gone: Firefox closes it when its permission dialog is answered.
 */
export async function fetchOwedPictures(
  { jobs }: Pick<Services, 'jobs'>,
  fetchPicture: Handlers['fetchPicture'],
): Promise<void> {
  for (const job of await jobs.all()) {
    if (job.dismissed || !owesPicture(job)) continue;
    const allowed = await Promise.all(paidPictures(job).map(({ url }) => isOriginAllowed(url)));
    if (allowed.includes(true)) await fetchPicture({ jobId: job.id });
  }
}
