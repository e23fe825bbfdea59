import type { GenerationRequest, ProviderName } from '../generation/index.ts';
import type { Job } from './job.ts';
import type { JobNotes } from './new-jobs.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import type { RunPorts } from './run-job.ts';
import type { JobStore } from './store.ts';
import type { WaitingPorts } from './waiting-room.ts';

export interface RunnerPorts extends RunPorts, Pick<WaitingPorts, 'alarm' | 'isOnline' | 'isLocked'> {
  store: JobStore;
  pictures: PictureKeeper;
  /** Keeps the worker alive until the returned function is called. */
  keepAlive(): () => void;
  randomId(): string;
  /** How many jobs may run at once; the others stay queued. */
  maxRunning?: number;
}

export interface JobRunner {
  /** Stores a new job and returns its id at once. Rejects when it cannot be stored: then nothing is sent. */
  enqueue(request: GenerationRequest, origin: Job['origin']): Promise<string>;
  /** Stores `count` jobs of one press, all or none. A given seed is raised by one for each, so that no two pictures are the same. */
  enqueueGroup(
    request: GenerationRequest,
    origin: Job['origin'],
    count: number,
    notes?: JobNotes,
  ): Promise<string[]>;
  /** Cancels a job. False when there is no such active job. Rejects when that cannot be stored; even then nothing more is sent for the job. */
  cancel(id: string): Promise<boolean>;
  /** Cancels every active job, or the active jobs of one press (`group`). Resolves with the number of cancelled jobs. */
  cancelAll(group?: string): Promise<number>;
  /** Starts a waiting job now. False when it is not waiting. */
  beginNow(id: string): Promise<boolean>;
  /** Lets a failed job wait for the time, or the network, that its failure named. False when waiting cannot help. */
  letWait(id: string): Promise<boolean>;
  /** Asks the queue service that accepted an ended job for its state. Never pays. False when no service has the job. */
  lookAgain(id: string): Promise<boolean>;
  /** Runs an ended job without a picture again, with this provider only. False when there is no such job. */
  askInstead(id: string, provider: ProviderName): Promise<boolean>;
  /**
   * Recovers the jobs that no worker has in hand: those of an earlier worker, and those of which storage refused something. Called
   * before anything else, and at each alarm. Resolves with the ids of jobs whose picture was about to be fetched. Rejects, with the
   * alarm set, when storage fails.
   */
  resume(): Promise<string[]>;
  /**
   * Starts the jobs that have waited long enough. Called by the alarm, and when the browser is online again. Rejects, with the
   * alarm set, when storage fails.
   */
  wake(): Promise<void>;
}
