import type { Picture, PictureAttempt } from '../gallery/index.ts';
import { sentWords } from '../generation/index.ts';
import { elapsed } from './elapsed.ts';
import type { Job, JobAttempt } from './job.ts';

/**
 * The fields of a picture's record that come from its job: the prompt as sent, the attempts, the press and the page it came
 * from.
 */
export function howMade(job: Job): Pick<Picture, 'sent' | 'attempts' | 'group' | 'page' | 'isPrivate'> {
  const sent = sentWords(job.request);
  const { prompt, negativePrompt } = job.request;
  const differs = sent.prompt !== prompt || sent.negativePrompt !== negativePrompt;
  const attempts = job.attempts.flatMap(attemptsOf);
  return {
    ...(differs && { sent }),
    ...(attempts.length > 0 && { attempts }),
    ...(job.group !== undefined && { group: job.group }),
    ...(job.page !== undefined && { page: job.page }),
    ...(job.isPrivate && { isPrivate: true }),
  };
}

/** One entry for each route, or for the attempt itself when no route is known. The last entry has the attempt's failure. */
function attemptsOf({ provider, routes, error, outcome, ...times }: JobAttempt): PictureAttempt[] {
  const failure = outcome === 'failed' ? (error ?? {}) : {};
  if (routes.length === 0) return [{ provider, ...wordsOf(failure), ...elapsed(times) }];
  return routes.map(({ route, code, status, ...routeTimes }, place) => {
    const own = { ...(code !== undefined && { code }), ...(status !== undefined && { status }) };
    const isLast = place === routes.length - 1;
    return {
      provider,
      route,
      ...(isLast ? wordsOf(failure) : own),
      ...elapsed(routeTimes, isLast ? times.endedAt : undefined),
    };
  });
}

function wordsOf({ code, status, detail }: Partial<NonNullable<JobAttempt['error']>>) {
  return {
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(detail !== undefined && { detail }),
  };
}
