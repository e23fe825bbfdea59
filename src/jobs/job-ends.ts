import { isActive, type Job } from './job.ts';
import type { JobStore } from './store.ts';

/** What is to be stored of a job: how it ended, or that it is to be deleted. */
type Owed = Job | 'deleted';

export type JobEnds = ReturnType<typeof createJobEnds>;

/**
 * Stores how jobs ended. An end that storage refuses twice is kept in memory, to be stored later; if the worker dies before
 * that, the next one recovers the job from its record. `refused` is called when there is an end to store later.
 */
export function createJobEnds(store: Pick<JobStore, 'save' | 'change' | 'forget'>, refused: () => void) {
  const owed = new Map<string, Owed>();
  const owe = (id: string, what: Owed) => {
    owed.set(id, what);
    refused();
  };

  return {
    /** Whether the end of this job is still to be stored. */
    isOwed: (id: string) => owed.has(id),
    /** Storage refused this, and is asked again later. */
    owe,
    /** True when the end was stored. */
    async add(ended: Job): Promise<boolean> {
      try {
        await store.save(ended).catch(() => store.save(ended));
        return true;
      } catch {
        owe(ended.id, ended);
        return false;
      }
    },
    /** The job begins again: its last end is not stored any more. */
    drop: (id: string) => void owed.delete(id),
    /** Tries again to store what was refused. What is refused again is kept. */
    async storeAgain(): Promise<void> {
      for (const [id, what] of owed) {
        try {
          if (what === 'deleted') await store.forget([id]);
          // Not if the job was cancelled, or deleted, meanwhile.
          else await store.change(id, (record) => (isActive(record) && owed.has(id) ? what : undefined));
          owed.delete(id);
        } catch {
          // The others are tried all the same: this one may be refused for a reason of its own.
          refused();
        }
      }
    },
  };
}
