import type { ErrorCode, ProviderName, ProviderResult } from '../generation/index.ts';
import type { Job, JobAttempt } from './job.ts';

interface Clock {
  now(): number;
}

/**
 * Writes into a job who was asked and what they answered. What comes before a request rejects when the record cannot be
 * stored: then nothing is sent. What comes after one never rejects: the answer may be a picture that was paid for.
 */
export interface AttemptLog {
  started(provider: ProviderName): Promise<void>;
  ended(provider: ProviderName, result: ProviderResult): Promise<void>;
  asking(route: string): Promise<void>;
  answered(route: string, answer: { status?: number; code?: ErrorCode }): Promise<void>;
}

/** The log of one running job. `save` stores the job. */
export function createAttemptLog(job: Job, save: (job: Job) => Promise<void>, clock: Clock): AttemptLog {
  const current = () => job.attempts.at(-1);
  // The next record that is stored holds it too.
  const trySave = () => save(job).catch(() => undefined);
  return {
    started(provider) {
      job.attempts.push({ provider, startedAt: clock.now(), routes: [] });
      return save(job);
    },
    async ended(_provider, result) {
      const attempt = current();
      if (attempt) Object.assign(attempt, ending(result), { endedAt: clock.now() });
      await trySave();
    },
    asking(route) {
      current()?.routes.push({ route, startedAt: clock.now() });
      return save(job);
    },
    async answered(route, answer) {
      const asked = current()?.routes.findLast((entry) => entry.route === route);
      if (!asked) return;
      Object.assign(asked, answer, { endedAt: clock.now() });
      await trySave();
    },
  };
}

function ending({ success, error }: ProviderResult): Pick<JobAttempt, 'outcome' | 'error'> {
  if (success) return { outcome: 'succeeded' };
  if (error?.code === 'CANCELLED') return { outcome: 'cancelled' };
  return { outcome: 'failed', ...(error && { error }) };
}
