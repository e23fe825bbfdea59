import { isActive, type Job } from '../../jobs/index.ts';

/** The pictures of one press that can be compared: two or more, when no job of the press runs any more. In order. */
export function comparedWith(jobs: readonly Job[], job: Job | undefined): Job[] {
  if (job?.group === undefined || job.status !== 'succeeded') return [];
  const press = jobs.filter(({ group, dismissed }) => group === job.group && !dismissed);
  const pictures = press.filter(({ status }) => status === 'succeeded');
  if (pictures.length < 2 || press.some(isActive)) return [];
  return pictures.toSorted((one, other) => (one.order ?? one.createdAt) - (other.order ?? other.createdAt));
}

/** The strip's jobs with one for each press: the shown job of the press, else its first. */
export function withoutRepeats(strip: readonly Job[], shown: Job | undefined): Job[] {
  return strip.filter((job) => {
    const press = comparedWith(strip, job);
    return press.length === 0 || job === (press.find((one) => one === shown) ?? press[0]);
  });
}
