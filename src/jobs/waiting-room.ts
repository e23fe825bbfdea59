import type { Job } from './job.ts';
import type { JobStore } from './store.ts';
import { after, transition } from './transition.ts';
import { isTooOld, remainingMs } from './waiting.ts';

export interface WaitingPorts {
  store: Pick<JobStore, 'unsettled' | 'change'>;
  clock: { now(): number };
  isOnline(): boolean;
  /** Whether the tokens are locked by a passphrase: then no job begins. Left out: they never are. */
  isLocked?: (() => Promise<boolean>) | undefined;
  /** Sets the alarm that calls `wake` after this many milliseconds, in this worker or a later one; undefined clears it. */
  alarm(delayMs: number | undefined): void;
  /** Puts a job into the queue. */
  begin(job: Job): void;
}

/** Milliseconds between checks for the network, for browsers that do not report it. */
const NETWORK_MS = 60_000;
/**
 * Milliseconds after which what storage refused is tried again. Longer than an idle worker lives (30 s), so that a full disk does
 * not keep the worker busy.
 */
const AGAIN_MS = 60_000;

export interface WaitingRoom {
  /** Starts the jobs that have waited long enough, and sets the alarm for the rest. Rejects, with the alarm set, when storage fails. */
  wake(): Promise<void>;
  /** Has a queued job wait while the tokens are locked; false when they are not. */
  takeWhileLocked(id: string): Promise<boolean>;
  /** Sets the alarm for the next job that is due. Rejects, with the alarm set, when storage fails. */
  arm(): Promise<void>;
  /**
   * Sets the alarm after storage refused something: without it a job would wait until something else starts a worker. The alarm
   * rings within `AGAIN_MS`, whatever else it is set for, until `triesAgain` is called.
   */
  tryAgainLater(): void;
  triesAgain(): void;
}

/**
 * Manages the jobs that wait for a service, the network or the passphrase. Only the jobs' records say what they wait for, so that
 * any worker can go on with them; a job is started by the worker that changes its record.
 */
export function createWaitingRoom(ports: WaitingPorts): WaitingRoom {
  const { store, clock, isOnline, alarm, begin } = ports;
  let isRetryOwed = false;
  const isLocked = async () => (await ports.isLocked?.().catch(() => false)) ?? false;

  /**
   * Milliseconds until the job is due; 0 means now. Infinity while it waits for the passphrase: unlocking the tokens calls `wake`.
   */
  function delayOf({ wait }: Job, locked: boolean): number {
    if (wait?.for === 'unlock') return locked ? Number.POSITIVE_INFINITY : 0;
    if (wait?.for === 'network') return isOnline() ? 0 : NETWORK_MS;
    return wait ? remainingMs(wait, clock.now()) : 0;
  }

  /**
   * The job after its wait: queued. A job that the user pressed for more than a day ago becomes interrupted, so that the user
   * decides, unless it only collects a picture from a queue service.
   */
  function due(job: Job): Job | undefined {
    const next = transition(job, { type: 'due' });
    const isStale = next !== undefined && !next.collects && isTooOld(job, clock.now());
    return next && isStale ? after(next, { type: 'interrupt', at: clock.now() }) : next;
  }

  const waiting = async () => (await store.unsettled()).filter(({ status }) => status === 'waiting');

  function tryAgainLater(): void {
    isRetryOwed = true;
    alarm(AGAIN_MS);
  }

  async function orLater(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      tryAgainLater();
      throw thrown;
    }
  }

  /** Sets the alarm; for the jobs in `refused`, which could not be stored just now, not at once. */
  async function armFor(refused: ReadonlySet<string>): Promise<void> {
    const locked = await isLocked();
    const delays = (await waiting()).map((job) => (refused.has(job.id) ? AGAIN_MS : delayOf(job, locked)));
    if (isRetryOwed) delays.push(AGAIN_MS);
    const soonest = Math.min(...delays);
    alarm(Number.isFinite(soonest) ? soonest : undefined);
  }

  async function beginDue(): Promise<void> {
    const locked = await isLocked();
    const refused = new Set<string>();
    for (const { id } of (await waiting()).filter((job) => delayOf(job, locked) === 0)) {
      const changed = await store
        .change(id, (job) => (delayOf(job, locked) === 0 ? due(job) : undefined))
        .catch(() => void refused.add(id));
      if (changed?.status === 'queued') begin(changed);
    }
    if (refused.size > 0) isRetryOwed = true;
    await armFor(refused);
  }

  const wake = () => orLater(beginDue);
  const arm = () => orLater(() => armFor(new Set()));

  async function takeWhileLocked(id: string): Promise<boolean> {
    if (!(await isLocked())) return false;
    await store.change(id, (job) => transition(job, { type: 'lock', at: clock.now() }));
    // The tokens may have been unlocked since they were checked.
    void wake().catch(() => undefined);
    return true;
  }

  return {
    wake,
    takeWhileLocked,
    arm,
    tryAgainLater,
    triesAgain() {
      isRetryOwed = false;
    },
  };
}
