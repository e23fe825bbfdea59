import type { ErrorCode, ProviderName } from '../../../generation/index.ts';
import { elapsed, isActive, type Job, type JobAttempt, type JobRoute } from '../../../jobs/index.ts';

/** One service or route that was asked, and its answer. */
export interface TrailStep {
  provider: ProviderName;
  route?: string;
  answer: 'asking' | 'picture' | 'cancelled' | 'failed' | 'stopped';
  status?: number;
  code?: ErrorCode;
  elapsedMs?: number;
}

/** The steps of a job in order: each route of an attempt, or the attempt itself when it has no routes. */
export function trailOf(job: Job): TrailStep[] {
  const over = !isActive(job);
  return job.attempts.flatMap((attempt) =>
    attempt.routes.length === 0
      ? [attemptStep(attempt, over)]
      : attempt.routes.map((route, place) =>
          routeStep(attempt, route, place === attempt.routes.length - 1, over),
        ),
  );
}

function attemptStep(attempt: JobAttempt, over: boolean): TrailStep {
  const { status, code } = attempt.error ?? {};
  return {
    provider: attempt.provider,
    answer: attemptAnswer(attempt, over),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...elapsed(attempt),
  };
}

function routeStep(attempt: JobAttempt, route: JobRoute, last: boolean, over: boolean): TrailStep {
  // The last route may have no failure of its own (a picture, a cancel, a time-out of the whole attempt): then the
  // attempt's answer is its answer.
  const { outcome = 'failed' } = attempt;
  const failed = !last || (route.code !== undefined && outcome === 'failed');
  const words: Pick<JobRoute, 'status' | 'code'> = failed ? route : (attempt.error ?? {});
  return {
    provider: attempt.provider,
    route: route.route,
    answer: failed ? 'failed' : attemptAnswer(attempt, over),
    ...(words.status !== undefined && { status: words.status }),
    ...(words.code !== undefined && { code: words.code }),
    ...elapsed(route, last ? attempt.endedAt : undefined),
  };
}

function attemptAnswer({ outcome }: JobAttempt, over: boolean): TrailStep['answer'] {
  if (outcome === 'succeeded') return 'picture';
  return outcome ?? (over ? 'stopped' : 'asking');
}
