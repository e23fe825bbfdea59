import {
  applyStyle,
  cleanPrompt,
  type GenerationRequest,
  type GenerationResult,
  type ProviderManager,
  toGenerationOptions,
} from '../generation/index.ts';
import { type AttemptLog, createAttemptLog } from './attempt-log.ts';
import { isActive, type Job } from './job.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import { recover } from './recover.ts';
import type { JobStore } from './store.ts';
import { failedJob, withResult } from './with-result.ts';

export interface RunnerPorts {
  store: JobStore;
  pictures: PictureKeeper;
  /** The providers as the settings are now, telling the log what they do; undefined when none is connected. */
  createManager(log: AttemptLog): Promise<ProviderManager | undefined>;
  /** Keeps the worker alive until the returned function is called. */
  keepAlive(): () => void;
  clock: { now(): number };
  randomId(): string;
  /** Jobs that may run at once; the rest wait their turn. */
  maxRunning?: number;
}

export interface JobRunner {
  /** Stores a new job and returns its id at once. Rejects when it cannot be stored: then nothing is sent. */
  enqueue(request: GenerationRequest, origin: Job['origin']): Promise<string>;
  /** False when there is no such active job. */
  cancel(id: string): Promise<boolean>;
  /** Mends what an earlier worker left behind. Called once, before anything else. */
  resume(): Promise<void>;
}

/** Runs jobs: the record is stored before the first request, and before each next attempt. */
export function createJobRunner(ports: RunnerPorts): JobRunner {
  const { store, pictures, clock, maxRunning = 2 } = ports;
  const waiting: Job[] = [];
  const running = new Map<string, AbortController>();

  async function run(queued: Job): Promise<void> {
    const controller = new AbortController();
    running.set(queued.id, controller);
    const release = ports.keepAlive();
    const job: Job = { ...queued, status: 'running', startedAt: clock.now() };
    try {
      await store.save(job);
      await settle(await generate(job, controller.signal));
    } catch {
      // Only storage throws here, and only before a request.
      await settle(failedJob(job, 'STORAGE_FAILED', clock.now()));
    } finally {
      running.delete(job.id);
      release();
      pump();
    }
  }

  /** Stores how a job ended, trying twice. If storage stays broken, the next start finds the job and says so. */
  async function settle(ended: Job): Promise<void> {
    await store.save(ended).catch(() => store.save(ended).catch(() => undefined));
  }

  async function generate(job: Job, signal: AbortSignal): Promise<Job> {
    const log = createAttemptLog(job, (changed) => store.save(changed), clock);
    const manager = await ports.createManager(log);
    if (!manager) return failedJob(job, 'NOT_CONNECTED', clock.now());
    const prompt = applyStyle(cleanPrompt(job.request.prompt), job.request.style);
    const result = await generated(manager, prompt, job, signal);
    if (!result.success || !result.image) return withResult(job, result, clock.now());
    const kept = await pictures.keep(job, result);
    return kept ? withResult(job, result, clock.now()) : failedJob(job, 'STORAGE_FAILED', clock.now());
  }

  function pump(): void {
    while (running.size < maxRunning) {
      const next = waiting.shift();
      if (!next) return;
      void run(next);
    }
  }

  function add(job: Job): void {
    waiting.push(job);
    pump();
  }

  async function cancelWaiting(job: Job): Promise<void> {
    try {
      await store.save({ ...job, status: 'cancelled', endedAt: clock.now() });
    } catch (thrown) {
      // Its record still says queued: it goes back, so that it can be cancelled again.
      waiting.unshift(job);
      pump();
      throw thrown;
    }
  }

  return {
    async enqueue(request, origin) {
      const job: Job = {
        id: ports.randomId(),
        request,
        origin,
        status: 'queued',
        createdAt: clock.now(),
        attempts: [],
      };
      await store.save(job);
      add(job);
      void store.prune().catch(() => undefined);
      return job.id;
    },

    async cancel(id) {
      const place = waiting.findIndex((job) => job.id === id);
      if (place >= 0) {
        const [job] = waiting.splice(place, 1);
        if (job) await cancelWaiting(job);
        return true;
      }
      const controller = running.get(id);
      controller?.abort(new DOMException('Cancelled by the user', 'AbortError'));
      return controller !== undefined;
    },

    async resume() {
      const left = (await store.all()).filter(isActive).reverse();
      for (const job of left) {
        const mended = recover(job, await pictures.has(job.id), clock.now());
        if (mended.status === 'queued') add(mended);
        // One that cannot be stored is found again at the next start; the others do not wait for it.
        else await store.save(mended).catch(() => undefined);
      }
    },
  };
}

/** The manager does not throw, but storing the record before an attempt can: then nothing was sent. */
async function generated(
  manager: ProviderManager,
  prompt: string,
  job: Job,
  signal: AbortSignal,
): Promise<GenerationResult> {
  try {
    return await manager.generate(prompt, toGenerationOptions(job.request, signal));
  } catch {
    return { success: false, error: { code: 'STORAGE_FAILED', message: 'The job could not be stored' } };
  }
}
