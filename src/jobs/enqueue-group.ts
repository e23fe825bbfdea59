import type { Job } from './job.ts';
import type { JobEnds } from './job-ends.ts';
import { newJobs } from './new-jobs.ts';
import type { JobRunner } from './runner-ports.ts';
import type { JobStore } from './store.ts';

interface EnqueuePorts {
  store: Pick<JobStore, 'newOrders' | 'saveAll' | 'forget'>;
  clock: { now(): number };
  randomId(): string;
  /** The jobs that this worker was asked for. Each is added before it is stored. */
  own: Set<string>;
  ends: Pick<JobEnds, 'owe'>;
  /** Puts jobs into the queue. */
  begin(...jobs: Job[]): void;
}

/** The runner's `enqueueGroup`: see `JobRunner`. */
export function createEnqueueGroup({
  store,
  clock,
  randomId,
  own,
  ends,
  begin,
}: EnqueuePorts): JobRunner['enqueueGroup'] {
  return async (request, origin, count, notes) => {
    const now = clock.now();
    const orders = await store.newOrders(count, now);
    const jobs = newJobs(request, origin, { orders, now, randomId }, notes);
    const ids = jobs.map(({ id }) => id);
    for (const id of ids) own.add(id);
    try {
      await store.saveAll(jobs);
    } catch (thrown) {
      // The page shows a failure, and the user may press again: jobs of a write that succeeds late are deleted, or both would run.
      void store.forget(ids).catch(() => {
        for (const id of ids) ends.owe(id, 'deleted');
      });
      throw thrown;
    }
    begin(...jobs);
    return ids;
  };
}
