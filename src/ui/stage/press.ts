import { isActive, type Job } from '../../jobs/index.ts';

/** The pictures of one press that can be compared: two and more, once nothing of the press runs any more. In their order. */
export function comparedWith(jobs: readonly Job[], job: Job | undefined): Job[] {
  if (job?.group === undefined || job.status !== 'succeeded') return [];
  const press = jobs.filter(({ group, dismissed }) => group === job.group && !dismissed);
  const pictures = press.filter(({ status }) => status === 'succeeded');
  if (pictures.length < 2 || press.some(isActive)) return [];
  return pictures.toSorted((one, other) => (one.order ?? one.createdAt) - (other.order ?? other.createdAt));
}

/** The strip with one cell for the pictures of a press: the shown one stands for them, else the first. */
export function withoutRepeats(strip: readonly Job[], shown: Job | undefined): Job[] {
  return strip.filter((job) => {
    const press = comparedWith(strip, job);
    return press.length === 0 || job === (press.find((one) => one === shown) ?? press[0]);
  });
}
