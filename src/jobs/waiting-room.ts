import type { Job } from './job.ts';
import type { JobStore } from './store.ts';
import { transition } from './transition.ts';
import { remainingMs } from './waiting.ts';

export interface WaitingPorts {
  store: Pick<JobStore, 'unsettled' | 'change'>;
  clock: { now(): number };
  isOnline(): boolean;
  /** Sets the alarm that calls `wake` after this many milliseconds, in this worker or a later one; undefined clears it. */
  alarm(delayMs: number | undefined): void;
  /** Puts a job into the queue. */
  begin(job: Job): void;
}

/** Milliseconds between checks for the network, for browsers that do not report it. */
const NETWORK_MS = 60_000;

export interface WaitingRoom {
  /** Starts the jobs that have waited long enough, and sets the alarm for the rest. */
  wake(): Promise<void>;
  /** Sets the alarm for the next job that is due. */
  arm(): Promise<void>;
}

/**
 * The jobs that wait for a service or the network. That is kept in their records alone, so that every worker can go on
 * with them; a job is started by the worker that changes its record.
 */
export function createWaitingRoom({ store, clock, isOnline, alarm, begin }: WaitingPorts): WaitingRoom {
  /** Milliseconds until the job is due; 0: now. */
  function delayOf({ wait }: Job): number {
    if (wait?.for === 'network') return isOnline() ? 0 : NETWORK_MS;
    return wait ? remainingMs(wait, clock.now()) : 0;
  }

  const waiting = async () => (await store.unsettled()).filter(({ status }) => status === 'waiting');

  async function arm(): Promise<void> {
    const delays = (await waiting()).map(delayOf);
    alarm(delays.length > 0 ? Math.min(...delays) : undefined);
  }

  async function wake(): Promise<void> {
    for (const { id } of (await waiting()).filter((job) => delayOf(job) === 0)) {
      const due = await store
        .change(id, (job) => (delayOf(job) === 0 ? transition(job, { type: 'due' }) : undefined))
        // A job that cannot be stored keeps waiting, and is tried at the next alarm.
        .catch(() => undefined);
      if (due) begin(due);
    }
    await arm();
  }

  return { wake, arm };
}
