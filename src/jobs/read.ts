import type { Job } from './job.ts';
import { parseJob } from './job-schema.ts';
import type { StorageArea } from './storage-area.ts';

/** Each job lies under a key of its own, so that two writers never overwrite each other's job. */
export const JOB_KEY_PREFIX = 'job:';

/** All jobs that can be read, newest first. */
export async function readJobs(area: StorageArea): Promise<Job[]> {
  const stored = await area.get(null);
  return newestFirst(
    Object.entries(stored)
      .filter(([key]) => key.startsWith(JOB_KEY_PREFIX))
      .map(([, value]) => parseJob(value))
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
      const job = parseJob(newValue);
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
  void readJobs(area).then((stored) => {
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

function newestFirst(jobs: Job[]): Job[] {
  return jobs.sort((one, other) => other.createdAt - one.createdAt);
}
