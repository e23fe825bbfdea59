import type { ErrorCode, ProviderName, ProviderResult, QueuedJob } from '../generation/index.ts';
import type { Job, JobAttempt, PaidPicture } from './job.ts';

interface Clock {
  now(): number;
}

/**
 * Records in a job which provider was asked and what it answered. The job is stored before each request: when that
 * fails, the call rejects and nothing is sent. A failed attempt is stored together with the next request or with the
 * job's end, so that the fallback does not wait for the disk twice. Calls made after a request never reject: the answer
 * may be a picture that was paid for.
 */
export interface AttemptLog {
  /** `announces`: whether this provider calls `asking` before each paid request. */
  started(provider: ProviderName, how?: { announces: boolean }): Promise<void>;
  ended(provider: ProviderName, result: ProviderResult): Promise<void>;
  asking(route: string): Promise<void>;
  answered(route: string, answer: { status?: number; code?: ErrorCode }): void;
  /** A queue service accepted the job. Await this before the job's state is first requested. */
  queued(job: QueuedJob): Promise<void>;
  /** The result of a queue service's job that was collected later. */
  collected(job: QueuedJob, result: ProviderResult): Promise<void>;
  /** The picture can be fetched from this address. Await this before it is fetched. */
  pictureAt(picture: PaidPicture): Promise<void>;
}

/** The log of one running job. `save` stores the job. */
export function createAttemptLog(job: Job, save: (job: Job) => Promise<void>, clock: Clock): AttemptLog {
  const current = () => job.attempts.at(-1);
  /** Stores what concerns a picture that is already paid for: a failing disk must not cost the picture, so this never rejects. */
  const note = (what: Partial<JobAttempt>) => {
    const attempt = current();
    if (attempt) Object.assign(attempt, what);
    return save(job).catch(() => undefined);
  };
  return {
    started(provider, how) {
      const announces = how?.announces === true;
      job.attempts.push({ provider, startedAt: clock.now(), ...(announces && { announces }), routes: [] });
      return save(job);
    },
    async ended(_provider, result) {
      const attempt = current();
      if (attempt) Object.assign(attempt, ending(result), { endedAt: clock.now() });
      // Stored at once when a picture was made, so that the record says so even if the picture never reaches the gallery.
      const made = result.success || result.error?.pictureUrl !== undefined;
      if (made) await save(job).catch(() => undefined);
    },
    asking(route) {
      current()?.routes.push({ route, startedAt: clock.now() });
      return save(job);
    },
    answered(route, answer) {
      const asked = current()?.routes.findLast((entry) => entry.route === route);
      if (asked) Object.assign(asked, answer, { endedAt: clock.now() });
    },
    queued: (queued) => note({ queued }),
    async collected({ statusUrl }, result) {
      const attempt = job.attempts.findLast(({ queued }) => queued?.statusUrl === statusUrl);
      if (!attempt) return;
      delete attempt.error;
      Object.assign(attempt, ending(result), { endedAt: clock.now() });
      await save(job).catch(() => undefined);
    },
    pictureAt: (picture) => note({ picture }),
  };
}

function ending({ success, error }: ProviderResult): Pick<JobAttempt, 'outcome' | 'error' | 'queued'> {
  if (success) return { outcome: 'succeeded' };
  if (error?.code === 'CANCELLED') return { outcome: 'cancelled' };
  const queued = error?.queued && { queued: error.queued };
  return { outcome: 'failed', ...queued, ...(error && { error }) };
}
