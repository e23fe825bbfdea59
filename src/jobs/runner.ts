import { isActive, type Job, paidPictures } from './job.ts';
import { newJobs } from './new-jobs.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import { pictureElsewhere } from './recover.ts';
import { recoverAll } from './recover-all.ts';
import { runJob } from './run-job.ts';
import type { JobRunner, RunnerPorts } from './runner-ports.ts';
import { after, type JobEvent, transition } from './transition.ts';
import { waitFor } from './waiting.ts';
import { createWaitingRoom } from './waiting-room.ts';
import { ownFailure } from './with-result.ts';

interface Running {
  controller: AbortController;
  /** Resolves with true once the record is stored as running, so that no later worker starts the job; false when it never was. */
  onRecord: Promise<boolean>;
  /** Stores that the user cancelled the job; false when its end is being stored already. */
  noteCancel(): Promise<boolean>;
  ended: Promise<void>;
}

/** Creates the runner. It runs jobs in the order of their presses, and stores the record before the first request and each attempt. */
export function createJobRunner(ports: RunnerPorts): JobRunner {
  const { store, pictures, clock, maxRunning = 2 } = ports;
  const queue: Job[] = [];
  const running = new Map<string, Running>();
  const waitingRoom = createWaitingRoom({ ...ports, begin: add });

  function run(queued: Job): void {
    const controller = new AbortController();
    const onRecord = Promise.withResolvers<boolean>();
    const ended = Promise.withResolvers<void>();
    const release = ports.keepAlive();
    let job = after(queued, { type: 'start', at: clock.now() });
    let over = false;
    const end = (how: Job) => {
      over = true;
      return settle(how);
    };
    running.set(job.id, {
      controller,
      onRecord: onRecord.promise,
      async noteCancel() {
        if (over) return false;
        await store.save(Object.assign(job, { cancelAsked: true }));
        return true;
      },
      ended: ended.promise,
    });
    const work = async () => {
      if (await waitingRoom.takeWhileLocked(job.id)) return;
      // The record decides: the job may have been cancelled or deleted while it was being queued.
      const begun = await store.change(job.id, (record) =>
        transition(record, { type: 'start', at: clock.now() }),
      );
      if (!begun) return;
      job = begun;
      onRecord.resolve(true);
      await end(await runJob(job, ports, controller.signal));
    };
    void work()
      .catch(() => {
        // Only storage throws here, and only before a request.
        const error = pictureElsewhere(job) ?? ownFailure('STORAGE_FAILED');
        return end(after(job, { type: 'fail', error, at: clock.now() }));
      })
      .finally(() => {
        running.delete(job.id);
        onRecord.resolve(false);
        ended.resolve();
        release();
        pump();
        void store.prune().catch(() => undefined);
      });
  }

  /** Stores how a job ended, trying twice. If storage stays broken, the next worker recovers the job. */
  async function settle(ended: Job): Promise<void> {
    await store.save(ended).catch(() => store.save(ended).catch(() => undefined));
    if (ended.status === 'waiting') void waitingRoom.arm().catch(() => undefined);
  }

  function pump(): void {
    while (running.size < maxRunning) {
      const next = queue.shift();
      if (!next) return;
      run(next);
    }
  }

  function add(...jobs: Job[]): void {
    const fresh = jobs.filter(({ id }) => !running.has(id) && !queue.some((job) => job.id === id));
    queue.push(...fresh);
    pump();
  }

  /** Cancels an active job that this worker does not run, because storing its end failed earlier. */
  async function cancelInRecord(
    id: string,
    picture: Awaited<ReturnType<PictureKeeper['find']>>,
  ): Promise<boolean> {
    let cancelled = false;
    let begun = false;
    await store.change(id, (job) => {
      begun = running.has(id);
      if (begun) return undefined;
      cancelled = isActive(job) || job.status === 'cancelled';
      if (!isActive(job)) return undefined;
      if (picture) return transition(job, { type: 'picture', picture, at: picture.createdAt });
      return transition(job, { type: 'cancel', at: clock.now() });
    });
    // The job was being queued, and has started meanwhile.
    return begun ? cancel(id) : cancelled;
  }

  async function cancel(id: string): Promise<boolean> {
    const current = running.get(id);
    current?.controller.abort(new DOMException('Cancelled by the user', 'AbortError'));
    if (await current?.onRecord) {
      if (await current?.noteCancel()) return true;
      // The run may have ended with the job waiting.
      await current?.ended;
    }
    const place = queue.findIndex((job) => job.id === id);
    // Removed from the queue first: even if the record cannot be stored, nothing is sent for the job.
    const [queued] = place >= 0 ? queue.splice(place, 1) : [];
    return cancelInRecord(id, queued ? undefined : await pictures.find(id).catch(() => undefined));
  }

  /** Brings a job back into the queue by an event that allows it. */
  async function again(id: string, event: (job: Job) => JobEvent | undefined): Promise<boolean> {
    const changed = await store.change(id, (job) => {
      const what = event(job);
      const next = what && transition(job, what);
      // The press counts as a new one: what it began is as old as that.
      return next && { ...next, askedAt: clock.now() };
    });
    if (changed?.status === 'queued') add(changed);
    return changed !== undefined;
  }

  const enqueueGroup: JobRunner['enqueueGroup'] = async (request, origin, count, notes) => {
    const now = clock.now();
    const orders = await store.newOrders(count, now);
    const jobs = newJobs(request, origin, { orders, now, randomId: ports.randomId }, notes);
    const ids = jobs.map(({ id }) => id);
    try {
      await store.saveAll(jobs);
    } catch (thrown) {
      // The page shows a failure, and the user may press again: jobs of a write that succeeds late are deleted, or both would run.
      void store.forget(ids).catch(() => undefined);
      throw thrown;
    }
    add(...jobs);
    return ids;
  };

  return {
    enqueueGroup,
    async enqueue(request, origin) {
      const [id = ''] = await enqueueGroup(request, origin, 1);
      return id;
    },
    cancel,
    async cancelAll(group) {
      const active = (await store.all()).filter((job) => isActive(job) && (!group || job.group === group));
      // Queued jobs first, so that none of them starts when a running one ends.
      const byTurn = active.sort((one, other) => Number(running.has(one.id)) - Number(running.has(other.id)));
      const cancelled = await Promise.all(byTurn.map(({ id }) => cancel(id)));
      return cancelled.filter(Boolean).length;
    },

    beginNow: (id) => again(id, () => ({ type: 'due' })),
    async letWait(id) {
      const waits = await again(id, (job) => {
        const wait = job.error && waitFor(job, job.error, clock.now());
        return job.status === 'failed' && wait ? { type: 'wait', wait } : undefined;
      });
      if (waits) await waitingRoom.wake();
      return waits;
    },

    lookAgain: (id) => again(id, () => ({ type: 'lookAgain' })),
    askInstead: (id, provider) => again(id, () => ({ type: 'askInstead', provider })),

    async resume() {
      const { left, recovered } = await recoverAll(store, pictures, clock.now());
      const saved = recovered.filter((job) => !left.includes(job)).map(store.save);
      add(...recovered.filter(({ status }) => status === 'queued'));
      // A job that cannot be stored is recovered at the next start; the others do not wait for it.
      await Promise.allSettled(saved);
      if (recovered.some(({ status }) => status === 'waiting'))
        void waitingRoom.wake().catch(() => undefined);
      const fetchable = recovered.filter((job) => !left.includes(job) && paidPictures(job).length > 0);
      return fetchable.filter(({ status }) => status === 'failed').map(({ id }) => id);
    },

    wake: () => waitingRoom.wake(),
  };
}
