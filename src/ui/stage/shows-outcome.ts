import type { Job } from '../../jobs/index.ts';
import type { Showing } from '../../messages/index.ts';

/** What the stage and the strip hold. */
interface Shown {
  /** What is on the stage; undefined also while a new job is being started. */
  shown: Job | undefined;
  strip: readonly Job[];
}

/** Whether the page shows how this job ended: on the stage, or as a picture in the strip, where a failure has no words. */
export function showsOutcome({ jobId, status }: Showing, { shown, strip }: Shown): boolean {
  const isIt = (job: Job | undefined) => job?.id === jobId && job.status === status;
  return isIt(shown) || (status === 'succeeded' && strip.some(isIt));
}
