import type { Picture, PictureAttempt } from '../gallery/index.ts';
import { applyStyle, cleanPrompt, type GenerationRequest } from '../generation/index.ts';
import type { Job, JobAttempt } from './job.ts';

/** What the record of a job tells of its picture: the words as they were sent, who was asked, and its press. */
export function howMade(job: Job): Pick<Picture, 'sent' | 'attempts' | 'group'> {
  const prompt = sentPrompt(job.request);
  const { negativePrompt } = job.request;
  const sent = { prompt, ...(negativePrompt !== undefined && { negativePrompt }) };
  const attempts = job.attempts.flatMap(attemptsOf);
  return {
    ...(prompt !== job.request.prompt && { sent }),
    ...(attempts.length > 0 && { attempts }),
    ...(job.group !== undefined && { group: job.group }),
  };
}

/** The prompt as providers get it: with its style, and without what no service reads. */
export function sentPrompt({ prompt, style }: GenerationRequest): string {
  return applyStyle(cleanPrompt(prompt), style);
}

/** One for each route; for the attempt itself where no route is known. The last one's failure is the attempt's. */
function attemptsOf({ provider, routes, error, outcome, ...times }: JobAttempt): PictureAttempt[] {
  const failure = outcome === 'failed' ? (error ?? {}) : {};
  if (routes.length === 0) return [{ provider, ...wordsOf(failure), ...elapsed(times) }];
  return routes.map(({ route, code, status, ...routeTimes }, place) => {
    const own = { ...(code !== undefined && { code }), ...(status !== undefined && { status }) };
    const isLast = place === routes.length - 1;
    return { provider, route, ...(isLast ? wordsOf(failure) : own), ...elapsed(routeTimes) };
  });
}

function wordsOf({ code, status, detail }: Partial<NonNullable<JobAttempt['error']>>) {
  return {
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(detail !== undefined && { detail }),
  };
}

function elapsed({ startedAt, endedAt }: { startedAt: number; endedAt?: number }): { elapsedMs?: number } {
  return endedAt === undefined ? {} : { elapsedMs: Math.max(0, endedAt - startedAt) };
}
