import { cancelInRecord } from './cancel-in-record.ts';
import { createEnqueueGroup } from './enqueue-group.ts';
import { isActive, type Job } from './job.ts';
import { createJobEnds } from './job-ends.ts';
import { pictureElsewhere } from './recover.ts';
import { resume } from './resume.ts';
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
  /** Whether its end is being stored, or is stored. */
  isOver(): boolean;
  ended: Promise<void>;
}

/** Creates the runner. It runs jobs in the order of their presses, and stores the record before the first request and each attempt. */
export function createJobRunner(ports: RunnerPorts): JobRunner {
  const { store, pictures, clock, maxRunning = 2 } = ports;
  const queue: Job[] = [];
  const running = new Map<string, Running>();
  /** The jobs that this worker was asked for, until they have ended. It does not recover them. */
  const own = new Set<string>();
  const ends = createJobEnds(store, () => waitingRoom.tryAgainLater());
  const waitingRoom = createWaitingRoom({ ...ports, begin: add });
  const isOwn = (id: string) => own.has(id) || ends.isOwed(id);

  function run(queued: Job): void {
    const controller = new AbortController();
    const onRecord = Promise.withResolvers<boolean>();
    const ended = Promise.withResolvers<void>();
    const release = ports.keepAlive();
    let job = after(queued, { type: 'start', at: clock.now() });
    let hasBegun = false;
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
      isOver: () => over,
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
      hasBegun = true;
      onRecord.resolve(true);
      await end(await runJob(job, ports, controller.signal));
    };
    void work()
      .catch(() => {
        // Only storage throws here, and only before a request. Collecting a picture costs nothing, so that is tried again.
        if (job.collects && !hasBegun) return waitingRoom.tryAgainLater();
        const error = pictureElsewhere(job) ?? ownFailure('STORAGE_FAILED');
        return end(after(job, { type: 'fail', error, at: clock.now() }));
      })
      .finally(() => {
        running.delete(job.id);
        own.delete(job.id);
        onRecord.resolve(false);
        ended.resolve();
        release();
        pump();
        void store.prune().catch(() => undefined);
      });
  }

  async function settle(ended: Job): Promise<void> {
    const isStored = await ends.add(ended);
    if (isStored && ended.status === 'waiting') void waitingRoom.arm().catch(() => undefined);
  }

  function pump(): void {
    while (running.size < maxRunning) {
      const next = queue.shift();
      if (!next) return;
      run(next);
    }
  }

  function add(...jobs: Job[]): void {
    for (const job of jobs) {
      const last = running.get(job.id);
      // Begun anew while the end of its last run was being stored.
      if (last?.isOver()) void last.ended.then(() => add(job));
    }
    const fresh = jobs.filter(({ id }) => !running.has(id) && !queue.some((job) => job.id === id));
    for (const { id } of fresh) {
      own.add(id);
      ends.drop(id);
    }
    queue.push(...fresh);
    pump();
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
    const picture = queued ? undefined : await pictures.find(id).catch(() => undefined);
    const done = cancelInRecord(id, { store, clock, picture, isRunning: () => running.has(id) });
    const outcome = await done.catch((thrown) => {
      if (queued) ends.owe(id, after(queued, { type: 'cancel', at: clock.now() }));
      throw thrown;
    });
    // The job was being queued, and has started meanwhile.
    return outcome === 'runs' ? cancel(id) : outcome === 'cancelled';
  }

  /** Brings a job back into the queue by an event that allows it. */
  async function again(id: string, event: (job: Job) => JobEvent | undefined): Promise<boolean> {
    const change = store.change(id, (job) => {
      const what = event(job);
      const next = what && transition(job, what);
      // The press counts as a new one: what it began is as old as that.
      return next && { ...next, askedAt: clock.now() };
    });
    const changed = await change.catch((thrown) => {
      // A write that succeeds late leaves a queued job, which is found then.
      waitingRoom.tryAgainLater();
      throw thrown;
    });
    if (changed?.status === 'queued') add(changed);
    return changed !== undefined;
  }

  const enqueueGroup = createEnqueueGroup({ ...ports, own, ends, begin: add });

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
      // The alarm is set even when this fails, and the record says already that the job waits.
      if (waits) await waitingRoom.wake().catch(() => undefined);
      return waits;
    },

    lookAgain: (id) => again(id, () => ({ type: 'lookAgain' })),
    askInstead: (id, provider) => again(id, () => ({ type: 'askInstead', provider })),

    resume: () => resume({ ...ports, isOwn, begin: add, waitingRoom }),
    async wake() {
      await ends.storeAgain();
      await waitingRoom.wake();
    },
  };
}
