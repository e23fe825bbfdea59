import { type ReadonlySignal, signal } from '@preact/signals';
import type { GenerationRequest } from '../../generation/index.ts';
import { isActive, type Job, type StorageArea, watchJobs } from '../../jobs/index.ts';
import type { Ask, Problem } from '../../messages/index.ts';

/** The one picture this page makes at a time. */
export interface FirstPicture {
  /** The job of the last press, as stored; undefined before the first. */
  job: ReadonlySignal<Job | undefined>;
  problem: ReadonlySignal<Problem | undefined>;
  /** True from a press until its job appears: another press would pay twice. */
  starting: ReadonlySignal<boolean>;
  /** Sends a request. Does nothing while a picture is being made. */
  generate(request: GenerationRequest): Promise<void>;
  cancel(): Promise<void>;
  /** Back to the prompt: the picture stays in the gallery. */
  leave(): void;
}

export function createFirstPicture({ area, ask }: { area: StorageArea; ask: Ask }): FirstPicture {
  const job = signal<Job | undefined>(undefined);
  const problem = signal<Problem | undefined>(undefined);
  const starting = signal(false);
  let wanted: string | undefined;
  let seen: readonly Job[] = [];

  const show = () => {
    job.value = seen.find(({ id }) => id === wanted);
    if (job.value) starting.value = false;
  };
  watchJobs(area, (jobs) => {
    seen = jobs;
    show();
  });

  return {
    job,
    problem,
    starting,
    async generate(request) {
      if (starting.value || (job.value && isActive(job.value))) return;
      starting.value = true;
      problem.value = undefined;
      const reply = await ask('generate', { request, origin: 'popup' });
      if (!reply.ok) {
        problem.value = reply.problem;
        starting.value = false;
        return;
      }
      wanted = reply.value.jobId;
      show();
    },
    async cancel() {
      if (wanted !== undefined) await ask('cancel', { jobId: wanted });
    },
    leave() {
      wanted = undefined;
      job.value = undefined;
    },
  };
}
