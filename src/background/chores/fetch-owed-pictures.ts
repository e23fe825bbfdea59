import { isOriginAllowed } from '../../browser/index.ts';
import type { Handlers } from '../../messages/index.ts';
import type { Services } from '../services.ts';

/**
 * Fetches the pictures that were paid for and lie where the user has just allowed Understudy to go. The popup that asked
 * may be gone: Firefox closes it when its permission dialog is answered.
 */
export async function fetchOwedPictures(
  { jobs }: Pick<Services, 'jobs'>,
  fetchPicture: Handlers['fetchPicture'],
): Promise<void> {
  for (const { id, dismissed, error } of await jobs.all()) {
    const urls = error?.causes.flatMap((cause) => cause.error.pictureUrl ?? []) ?? [];
    const allowed = await Promise.all(urls.map((url) => isOriginAllowed(url)));
    if (!dismissed && allowed.includes(true)) await fetchPicture({ jobId: id });
  }
}
