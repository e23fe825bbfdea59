import type { ErrorCode, ProviderName, ProviderResult } from '../generation/index.ts';
import type { Job, JobAttempt } from './job.ts';

interface Clock {
  now(): number;
}

/**
 * Writes into a job who was asked and what they answered. It is stored before each request: when that fails, the call
 * rejects and nothing is sent. A refusal is stored with whatever comes next, the next request or the job's end, so that
 * the fallback does not wait for the disk twice. What comes after a request never rejects: the answer may be a picture
 * that was paid for.
 */
export interface AttemptLog {
  started(provider: ProviderName): Promise<void>;
  ended(provider: ProviderName, result: ProviderResult): Promise<void>;
  asking(route: string): Promise<void>;
  answered(route: string, answer: { status?: number; code?: ErrorCode }): void;
}

/** The log of one running job. `save` stores the job. */
export function createAttemptLog(job: Job, save: (job: Job) => Promise<void>, clock: Clock): AttemptLog {
  const current = () => job.attempts.at(-1);
  return {
    started(provider) {
      job.attempts.push({ provider, startedAt: clock.now(), routes: [] });
      return save(job);
    },
    async ended(_provider, result) {
      const attempt = current();
      if (attempt) Object.assign(attempt, ending(result), { endedAt: clock.now() });
      // A picture was made: whatever happens before it is in the gallery, this is known of it.
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
  };
}

function ending({ success, error }: ProviderResult): Pick<JobAttempt, 'outcome' | 'error'> {
  if (success) return { outcome: 'succeeded' };
  if (error?.code === 'CANCELLED') return { outcome: 'cancelled' };
  return { outcome: 'failed', ...(error && { error }) };
}
