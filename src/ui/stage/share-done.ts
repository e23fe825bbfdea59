import type { Job } from '../../jobs/index.ts';

/** Milliseconds that a picture is assumed to take when none was made before. */
const USUAL_MS = 8_000;
/** The largest share that is shown before the picture is there. */
const HELD_AT = 0.9;

/** The share of its model's usual time that a running job has used, 0 to 0.9. `jobs`: earlier jobs. */
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
