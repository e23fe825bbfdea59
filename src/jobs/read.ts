import type { StorageArea } from '../storage/area.ts';
import type { Job } from './job.ts';
import { parseJob } from './job-schema.ts';
import { orderOf } from './order.ts';

/** Each job is stored under its own key, so that two writers never overwrite each other's job. */
export const JOB_KEY_PREFIX = 'job:';

/** All readable jobs, newest first. With `mayBe`, only stored values for which it returns true are parsed. */
export async function readJobs(area: StorageArea, mayBe = (_value: unknown) => true): Promise<Job[]> {
  const stored = await area.get(null);
  return newestFirst(
    Object.entries(stored)
      .filter(([, value]) => mayBe(value))
      .map(([key, value]) => jobUnder(key, value))
      .filter((job) => job !== undefined),
  );
}

/** Calls the listener with all jobs now and after every change, until the returned function is called. */
export function watchJobs(area: StorageArea, listener: (jobs: Job[]) => void): () => void {
  const jobs = new Map<string, Job>();
  let ready = false;
  let stopped = false;
  const early: Record<string, { newValue?: unknown }>[] = [];

  const apply = (changes: Record<string, { newValue?: unknown }>) => {
    const ours = Object.entries(changes).filter(([key]) => key.startsWith(JOB_KEY_PREFIX));
    for (const [key, { newValue }] of ours) {
      const job = jobUnder(key, newValue);
      if (job) jobs.set(key, job);
      else jobs.delete(key);
    }
    return ours.length > 0;
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (!ready) early.push(changes);
    else if (apply(changes)) listener(newestFirst([...jobs.values()]));
  };

  area.onChanged.addListener(onChanged);
  // When storage cannot be read the page shows no jobs, instead of waiting for ever.
  const reading = readJobs(area).catch((): Job[] => []);
  void reading.then((stored) => {
    if (stopped) return;
    for (const job of stored) jobs.set(JOB_KEY_PREFIX + job.id, job);
    for (const changes of early) apply(changes);
    ready = true;
    listener(newestFirst([...jobs.values()]));
  });
  return () => {
    stopped = true;
    area.onChanged.removeListener(onChanged);
  };
}

/** Parses a stored job. Undefined if it is corrupt or its key does not match its id, so that it could not be found by that id. */
export function jobUnder(key: string, value: unknown): Job | undefined {
  const job = parseJob(value);
  return job && key === JOB_KEY_PREFIX + job.id ? job : undefined;
}

function newestFirst(jobs: Job[]): Job[] {
  return jobs.sort((one, other) => orderOf(other) - orderOf(one));
}
