import { type Job, type StorageArea, watchJobs } from '../../jobs/index.ts';

/**
 * Calls the listener with the jobs that this page may show, now and after every change. What was made from private windows is
 * shown in them alone: elsewhere its words would be put into what is kept.
 */
export function watchOwnJobs(
  area: StorageArea,
  inPrivateWindow: () => Promise<boolean>,
  listener: (jobs: Job[]) => void,
): void {
  watchJobs(area, async (jobs) => {
    const isPrivate = await inPrivateWindow();
    listener(isPrivate ? jobs : jobs.filter((job) => !job.isPrivate));
  });
}
