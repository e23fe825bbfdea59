import { batch, type Signal } from '@preact/signals';
import type { ProviderName } from '../../generation/types.ts';
import type { Ask, Problem, Reply } from '../../messages/index.ts';
import type { Choice } from './shown-job.ts';

/** The actions on existing jobs. A failed action sets the problem that the page shows. */
export interface JobActions {
  cancel(jobId: string): Promise<void>;
  /** Cancels every job that has not ended, or every job of one press. */
  cancelAll(group?: string): Promise<void>;
  /** Deletes the picture of a job and removes it from the strip; `takeBack` restores both. */
  deletePicture(jobId: string): Promise<boolean>;
  /** Begins a waiting job now. */
  beginNow(jobId: string): Promise<void>;
  /** Lets a failed job wait for the moment, or the network, that its failure named. */
  letWait(jobId: string): Promise<void>;
  /** Asks a queue service for a picture that may still come. Never pays. */
  lookAgain(jobId: string): Promise<void>;
  /** Has another service make the picture, which may then be paid for twice. */
  askInstead(jobId: string, provider: ProviderName): Promise<void>;
  /** Brings back the picture that was just deleted. */
  takeBack(): Promise<void>;
  fetchPicture(jobId: string): Promise<void>;
  /** Stores a picture that is held in memory. If it is no longer held, the job's record says what happened to it. */
  keepPicture(jobId: string): Promise<void>;
  /** A picture that is held in memory, to be saved as a file. Undefined when it is no longer held. */
  heldPicture(jobId: string): Promise<HeldPicture | undefined>;
  view(jobId: string): void;
  /** Shows a picture without the others of its press. */
  viewAlone(jobId: string): void;
  startAnother(): void;
}

/** A picture as the background sends it: see `storedFromReply`. */
interface HeldPicture {
  picture: object;
  image: string;
}

interface ActionParts {
  ask: Ask;
  askSoon: Ask;
  problem: Signal<Problem | undefined>;
  choice: Signal<Choice>;
  undoable: Signal<string | undefined>;
}

export function createJobActions({ ask, askSoon, problem, choice, undoable }: ActionParts): JobActions {
  /** True when the action succeeded; otherwise sets the problem. */
  async function telling(answer: Promise<Reply<unknown>>): Promise<boolean> {
    problem.value = undefined;
    const reply = await answer;
    if (!reply.ok) problem.value = reply.problem;
    return reply.ok;
  }

  function goTo(next: Choice, deleted?: string) {
    batch(() => {
      problem.value = undefined;
      undoable.value = deleted;
      choice.value = next;
    });
  }

  return {
    async cancel(jobId) {
      await telling(askSoon('cancel', { jobId }));
    },
    async cancelAll(group) {
      await telling(askSoon('cancelAll', group === undefined ? {} : { group }));
    },
    async deletePicture(jobId) {
      const deleted = await telling(askSoon('deletePictures', { ids: [jobId] }));
      if (deleted) goTo({ composing: false }, jobId);
      return deleted;
    },
    async beginNow(jobId) {
      await telling(askSoon('beginNow', { jobId }));
    },
    async letWait(jobId) {
      await telling(askSoon('letWait', { jobId }));
    },
    async lookAgain(jobId) {
      await telling(askSoon('lookAgain', { jobId }));
    },
    async askInstead(jobId, provider) {
      await telling(askSoon('askInstead', { jobId, provider }));
    },
    async takeBack() {
      const jobId = undoable.value;
      if (jobId === undefined) return;
      if (await telling(askSoon('deletePictures', { ids: [jobId], undo: true })))
        goTo({ jobId, composing: false });
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
      return reply.ok ? reply.value : undefined;
    },
    view: (jobId) => goTo({ jobId, composing: false }),
    viewAlone: (jobId) => goTo({ jobId, composing: false, alone: true }),
    startAnother: () => goTo({ composing: true }),
  };
}
