import type { StorageArea } from '../storage/area.ts';
import { createOneAtATime } from '../storage/one-at-a-time.ts';
import { inTime } from '../web/wait.ts';
import { isActive, isUnsettled, type Job, owesPicture } from './job.ts';
import { mayBeUnsettled } from './may-be-unsettled.ts';
import { nextOrder, orderOf } from './order.ts';
import { JOB_KEY_PREFIX, jobUnder, readJobs } from './read.ts';
import { isUnseen, mayBeUnseen } from './unseen.ts';

/** How many ended jobs are kept. Older ones are deleted; their pictures stay in the gallery. */
export const KEPT_JOBS = 50;
/** Milliseconds after which storage counts as broken, so that no job waits for it for ever. */
const PATIENCE_MS = 10_000;

/** Is told of jobs once they are stored or deleted. */
export interface JobListener {
  saved(job: Job): void;
  forgotten(ids: readonly string[]): void;
}

export interface JobStore {
  all(): Promise<Job[]>;
  /** Jobs for which `isUnsettled` is true, oldest first. A worker answers no message before it has read them. */
  unsettled(): Promise<Job[]>;
  /** Jobs that ended and were not seen since. */
  unseen(): Promise<Job[]>;
  get(id: string): Promise<Job | undefined>;
  save(job: Job): Promise<void>;
  /** Stores new jobs, all or none. */
  saveAll(jobs: Job[]): Promise<void>;
  /** The numbers (`order`) for `count` new jobs, each higher than any that was given out before. */
  newOrders(count: number, now: number): Promise<number[]>;
  /**
   * Reads, edits and saves a job as one step. Undefined, and nothing is saved, when there is no such job or `edit` returns
   * undefined.
   */
  change(id: string, edit: (job: Job) => Job | undefined): Promise<Job | undefined>;
  /** Deletes these jobs. A later `save` of one of them rejects. */
  forget(ids: string[]): Promise<void>;
  /** Deletes the oldest ended jobs beyond `KEPT_JOBS`. */
  prune(): Promise<void>;
}

/**
 * Creates the store of jobs in a storage area. Its methods reject when storage fails; most also when it does not answer in
 * time.
 */
export function createJobStore(area: StorageArea, listener?: JobListener): JobStore {
  const oneAtATime = createOneAtATime();
  const forgotten = new Set<string>();
  let last: number | undefined;

  async function get(id: string): Promise<Job | undefined> {
    const key = JOB_KEY_PREFIX + id;
    return jobUnder(key, (await area.get(key))[key]);
  }

  const save = (job: Job) => saveAll([job]);

  async function saveAll(jobs: Job[]): Promise<void> {
    // Rejecting stops a running job that was deleted: it sends nothing more.
    if (jobs.some(({ id }) => forgotten.has(id))) throw new Error('The job was deleted');
    await inTime(
      area.set(Object.fromEntries(jobs.map((job) => [JOB_KEY_PREFIX + job.id, job]))),
      PATIENCE_MS,
    );
    for (const job of jobs) listener?.saved(job);
  }

  return {
    all: () => readJobs(area),
    async unsettled() {
      return (await inTime(readJobs(area, mayBeUnsettled), PATIENCE_MS)).filter(isUnsettled).reverse();
    },
    unseen: async () => (await inTime(readJobs(area, mayBeUnseen), PATIENCE_MS)).filter(isUnseen),
    get,
    save,
    saveAll,
    async newOrders(count, now) {
      // If nothing can be read, there is no earlier number to continue from.
      const stored = last === undefined ? await inTime(readJobs(area), PATIENCE_MS).catch(() => []) : [];
      let order = Math.max(last ?? 0, ...stored.map(orderOf));
      const orders = Array.from({ length: count }, () => {
        order = nextOrder(order, now);
        return order;
      });
      last = order;
      return orders;
    },
    change: (id, edit) =>
      oneAtATime(async () => {
        const job = await inTime(get(id), PATIENCE_MS);
        if (job && forgotten.has(id)) {
          // Its deletion was refused earlier.
          await inTime(area.remove(JOB_KEY_PREFIX + id), PATIENCE_MS);
          return undefined;
        }
        const changed = job && edit(job);
        if (changed) await save(changed);
        return changed;
      }),
    forget(ids) {
      for (const id of ids) forgotten.add(id);
      listener?.forgotten(ids);
      return area.remove(ids.map((id) => JOB_KEY_PREFIX + id));
    },
    async prune() {
      const ended = (await readJobs(area)).filter((job) => !isActive(job));
      // Jobs whose paid picture can still be fetched are kept: without the record it could not be fetched any more.
      const [owing, rest] = [ended.filter(owesPicture), ended.filter((job) => !owesPicture(job))];
      const surplus = [owing, rest].flatMap((jobs) => jobs.slice(KEPT_JOBS));
      if (surplus.length > 0) await area.remove(surplus.map((job) => JOB_KEY_PREFIX + job.id));
    },
  };
}
