import type { Job } from './job.ts';
import { JOB_KEY_PREFIX, jobUnder, readJobs } from './read.ts';
import type { StorageArea } from './storage-area.ts';

/** Ended jobs beyond this are forgotten, oldest first; their pictures stay in the gallery. */
const KEPT_JOBS = 50;

export interface JobStore {
  all(): Promise<Job[]>;
  get(id: string): Promise<Job | undefined>;
  save(job: Job): Promise<void>;
  prune(): Promise<void>;
}

/** Jobs in `storage.local`: small, watched by pages, still there after a restart. Methods reject when storage does. */
export function createJobStore(area: StorageArea): JobStore {
  return {
    all: () => readJobs(area),
    async get(id) {
      const key = JOB_KEY_PREFIX + id;
      return jobUnder(key, (await area.get(key))[key]);
    },
    save: (job) => area.set({ [JOB_KEY_PREFIX + job.id]: job }),
    async prune() {
      const ended = (await readJobs(area)).filter((job) => job.endedAt !== undefined);
      const surplus = ended.slice(KEPT_JOBS).map((job) => JOB_KEY_PREFIX + job.id);
      if (surplus.length > 0) await area.remove(surplus);
    },
  };
}
