import type { GenerationRequest, ProviderName } from '../generation/index.ts';
import type { Job } from './job.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import type { RunPorts } from './run-job.ts';
import type { JobStore } from './store.ts';
import type { WaitingPorts } from './waiting-room.ts';

export interface RunnerPorts extends RunPorts, Pick<WaitingPorts, 'alarm' | 'isOnline'> {
  store: JobStore;
  pictures: PictureKeeper;
  /** Keeps the worker alive until the returned function is called. */
  keepAlive(): () => void;
  randomId(): string;
  /** Jobs that may run at once; the rest wait their turn. */
  maxRunning?: number;
}

export interface JobRunner {
  /** Stores a new job and returns its id at once. Rejects when it cannot be stored: then nothing is sent. */
  enqueue(request: GenerationRequest, origin: Job['origin']): Promise<string>;
  /** As many jobs of one press, all stored or none. A seed is counted up, so that no two pictures are the same. */
  enqueueGroup(request: GenerationRequest, origin: Job['origin'], count: number): Promise<string[]>;
  /** False when there is no such active job. Rejects when it cannot be stored; nothing more is sent for it then, either. */
  cancel(id: string): Promise<boolean>;
  /** Cancels every active job, or those of one press. The number of those that were. */
  cancelAll(group?: string): Promise<number>;
  /** Begins a waiting job now. False when it does not wait. */
  beginNow(id: string): Promise<boolean>;
  /** Lets a failed job wait for what its failure named. False where waiting cannot help. */
  letWait(id: string): Promise<boolean>;
  /** Asks the queue service that took an ended job on how it stands. Never pays. False when no service has it. */
  lookAgain(id: string): Promise<boolean>;
  /** Has an ended job without a picture made by this provider alone. False when there is none. */
  askInstead(id: string, provider: ProviderName): Promise<boolean>;
  /**
   * Takes up what an earlier worker left behind. Called once, before anything else. The ids of jobs whose picture was about
   * to be fetched.
   */
  resume(): Promise<string[]>;
  /** Begins what has waited long enough; called by the alarm, and when the browser is online again. */
  wake(): Promise<void>;
}
