import type { Job } from '../../jobs/index.ts';

/** What a picture takes where nothing is known yet, in milliseconds. */
const USUAL_MS = 8_000;
/** Nobody knows when the rest is done. */
const HELD_AT = 0.9;

/** How much of the usual time for its model a running job has used, 0 to 0.9. `jobs`: what was made before. */
export function shareDone(job: Job, jobs: readonly Job[], now: number): number {
  const times = jobs
    .filter(({ status, request }) => status === 'succeeded' && request.model === job.request.model)
    .map(({ startedAt = 0, endedAt = 0 }) => endedAt - startedAt)
    .filter((ms) => ms > 0)
    .toSorted((one, other) => one - other);
  const usual = times[Math.floor(times.length / 2)] ?? USUAL_MS;
  const passed = Math.max(0, now - (job.startedAt ?? job.createdAt));
  return Math.min(HELD_AT, passed / usual);
}
