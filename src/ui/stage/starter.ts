import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { GenerationRequest } from '../../generation/request.ts';
import type { Job } from '../../jobs/index.ts';
import type { Ask, Problem } from '../../messages/index.ts';

/** Milliseconds after which Generate is enabled again if an accepted job has not appeared. */
const APPEARS_WITHIN_MS = 5_000;

interface StarterParts {
  askSoon: Ask;
  jobs: ReadonlySignal<Job[]>;
  cancel(jobId: string): Promise<void>;
  /** See `Greeting`. */
  patiently<Value>(answer: Promise<Value>): Promise<Value>;
}

/** One press: so many pictures of a request, each with a seed of its own. */
export interface Order {
  request: GenerationRequest;
  count: number;
  /** The id of the job that it is made from. */
  from?: string | undefined;
  /** The address of the page whose words are quoted. */
  page?: string;
}

/** The id of the first job, or the problem. Neither when the start was cancelled. */
export interface Started {
  jobId?: string;
  problem?: Problem;
}

export interface Starter {
  starting: ReadonlySignal<boolean>;
  start(order: Order): Promise<Started>;
  /** Cancels the job that is being started as soon as it exists, without waiting for it. */
  cancel(): void;
}

export function createStarter({ askSoon, jobs, cancel, patiently }: StarterParts): Starter {
  const starting = signal(false);
  let giveUp = () => {};

  async function handOver({ request, count, from, page }: Order, wanted: AbortSignal): Promise<Started> {
    const reply = await askSoon('generate', {
      request,
      count,
      origin: 'popup',
      ...(from !== undefined && { from }),
      ...(page !== undefined && { page }),
    });
    if (!reply.ok) return { problem: reply.problem };
    const { jobId, jobIds } = reply.value;
    const cancelThem = () => {
      for (const id of jobIds) void cancel(id);
    };
    if (wanted.aborted) cancelThem();
    else wanted.addEventListener('abort', cancelThem);
    await appeared(jobs, jobId);
    return { jobId };
  }

  return {
    starting,
    async start(order) {
      const wanted = new AbortController();
      const cancelled = new Promise<Started>((resolve) => {
        giveUp = () => {
          wanted.abort();
          resolve({});
        };
      });
      starting.value = true;
      const outcome = await patiently(Promise.race([handOver(order, wanted.signal), cancelled]));
      starting.value = false;
      giveUp = () => {};
      return outcome;
    },
    cancel: () => giveUp(),
  };
}

/** Resolves when the job has appeared in storage, or after a time limit. */
function appeared(jobs: ReadonlySignal<Job[]>, jobId: string): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, APPEARS_WITHIN_MS);
    const stop = effect(() => {
      if (jobs.value.some((job) => job.id === jobId)) queueMicrotask(done);
    });
    function done() {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}
