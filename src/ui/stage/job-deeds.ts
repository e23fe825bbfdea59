import { batch, type Signal } from '@preact/signals';
import { parseImageDataUrl } from '../../generation/data-url.ts';
import type { ImageType } from '../../generation/index.ts';
import type { Ask, Problem, Reply } from '../../messages/index.ts';
import type { Choice } from './shown-job.ts';

/** What can be done with jobs that are there. What could not be done is said as a problem. */
export interface JobDeeds {
  cancel(jobId: string): Promise<void>;
  /** Takes an ended job off the stage, which is empty then. */
  putAway(jobId: string): Promise<void>;
  /** Brings back the job that was just put away. */
  takeBack(): Promise<void>;
  fetchPicture(jobId: string): Promise<void>;
  /** Stores a picture that is held in memory. Where it is held no longer, its job says what became of it. */
  keepPicture(jobId: string): Promise<void>;
  /** Such a picture, to be saved as a file instead. Undefined when it is held no longer. */
  heldPicture(jobId: string): Promise<HeldPicture | undefined>;
  view(jobId: string): void;
  startAnother(): void;
}

interface HeldPicture {
  bytes: Uint8Array<ArrayBuffer>;
  type: ImageType;
  /** Epoch milliseconds. */
  createdAt: number;
}

interface DeedParts {
  ask: Ask;
  askSoon: Ask;
  problem: Signal<Problem | undefined>;
  choice: Signal<Choice>;
  undoable: Signal<string | undefined>;
}

export function createJobDeeds({ ask, askSoon, problem, choice, undoable }: DeedParts): JobDeeds {
  /** True when it was done; else the problem is said. */
  async function telling(answer: Promise<Reply<null>>): Promise<boolean> {
    problem.value = undefined;
    const reply = await answer;
    if (!reply.ok) problem.value = reply.problem;
    return reply.ok;
  }

  function goTo(next: Choice, putAway?: string) {
    batch(() => {
      problem.value = undefined;
      undoable.value = putAway;
      choice.value = next;
    });
  }

  return {
    async cancel(jobId) {
      await telling(askSoon('cancel', { jobId }));
    },
    async putAway(jobId) {
      if (await telling(askSoon('dismiss', { jobId }))) goTo({ composing: true }, jobId);
    },
    async takeBack() {
      const jobId = undoable.value;
      if (jobId === undefined) return;
      if (await telling(askSoon('dismiss', { jobId, undo: true }))) goTo({ jobId, composing: false });
    },
    async fetchPicture(jobId) {
      await telling(ask('fetchPicture', { jobId }));
    },
    async keepPicture(jobId) {
      const reply = await ask('keepPicture', { jobId });
      problem.value = reply.ok || reply.problem.code === 'NO_SUCH_JOB' ? undefined : reply.problem;
    },
    async heldPicture(jobId) {
      const reply = await ask('heldPicture', { jobId });
      const parsed = reply.ok ? parseImageDataUrl(reply.value.image) : undefined;
      return reply.ok && parsed ? { ...parsed, createdAt: reply.value.createdAt } : undefined;
    },
    view: (jobId) => goTo({ jobId, composing: false }),
    startAnother: () => goTo({ composing: true }),
  };
}
