import type { Picture } from '../gallery/index.ts';
import {
  applyStyle,
  cleanPrompt,
  type GenerationRequest,
  type ProviderManager,
  toGenerationOptions,
} from '../generation/index.ts';
import { inTime } from '../web/wait.ts';
import { type AttemptLog, createAttemptLog } from './attempt-log.ts';
import { isActive, type Job } from './job.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import { pictureElsewhere, recover } from './recover.ts';
import type { JobStore } from './store.ts';
import { withPicture } from './with-picture.ts';
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
  /** False when there is no such active job. Rejects when it cannot be stored; nothing more is sent for it then, either. */
  cancel(id: string): Promise<boolean>;
  /** Mends what an earlier worker left behind. Called once, before anything else. */
  resume(): Promise<void>;
}

/** Settings and permissions that are not read by then will not be. */
const PREPARING_MS = 15_000;

/** Runs jobs: the record is stored before the first request, and before each next attempt. */
export function createJobRunner(ports: RunnerPorts): JobRunner {
  const { store, pictures, clock, maxRunning = 2 } = ports;
  const waiting: Job[] = [];
  /** `onRecord`: from when its record says that it runs, so that no later worker begins it; false when it never did. */
  const running = new Map<string, { controller: AbortController; onRecord: Promise<boolean> }>();

  async function run(queued: Job): Promise<void> {
    const controller = new AbortController();
    const onRecord = Promise.withResolvers<boolean>();
    running.set(queued.id, { controller, onRecord: onRecord.promise });
    const release = ports.keepAlive();
    const job: Job = { ...queued, status: 'running', startedAt: clock.now() };
    try {
      await store.save(job);
      onRecord.resolve(true);
      await settle(await generate(job, controller.signal));
    } catch {
      // Only storage throws here, and only before a request.
      const unsent = failedJob(job, 'STORAGE_FAILED', clock.now());
      const error = pictureElsewhere(job);
      await settle(error ? { ...unsent, error } : unsent);
    } finally {
      running.delete(job.id);
      onRecord.resolve(false);
      release();
      pump();
      void store.prune().catch(() => undefined);
    }
  }

  /** Stores how a job ended, trying twice. If storage stays broken, the next start finds the job and says so. */
  async function settle(ended: Job): Promise<void> {
    await store.save(ended).catch(() => store.save(ended).catch(() => undefined));
  }

  async function generate(job: Job, signal: AbortSignal): Promise<Job> {
    const log = createAttemptLog(job, (changed) => store.save(changed), clock);
    const manager = await inTime(ports.createManager(log), PREPARING_MS);
    if (!manager) return failedJob(job, 'NOT_CONNECTED', clock.now());
    const prompt = applyStyle(cleanPrompt(job.request.prompt), job.request.style);
    const result = await manager.generate(prompt, toGenerationOptions(job.request, signal));
    if (!result.success) return withResult(job, result, clock.now());
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

  /** A job that nobody works on here: its cancellation, or how else it ended, could not be stored when it was time. */
  async function cancelInRecord(id: string, picture: Picture | undefined): Promise<boolean> {
    let cancelled = false;
    await store.change(id, (job) => {
      cancelled = isActive(job) || job.status === 'cancelled';
      if (!isActive(job)) return undefined;
      return picture ? withPicture(job, picture) : { ...job, status: 'cancelled', endedAt: clock.now() };
    });
    return cancelled;
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
      try {
        await store.save(job);
      } catch (thrown) {
        // Who is told that it was not stored tries again: should it be stored late, it must not run beside that.
        void store.forget(job.id).catch(() => undefined);
        throw thrown;
      }
      add(job);
      return job.id;
    },

    async cancel(id) {
      const current = running.get(id);
      current?.controller.abort(new DOMException('Cancelled by the user', 'AbortError'));
      if (await current?.onRecord) return true;
      const place = waiting.findIndex((job) => job.id === id);
      // Out of the queue first: should the record not take it, nothing is sent for it all the same.
      const [waited] = place >= 0 ? waiting.splice(place, 1) : [];
      return cancelInRecord(id, waited ? undefined : await pictures.find(id).catch(() => undefined));
    },

    async resume() {
      const left = await store.unsettled();
      // Asked at once: a gallery that does not answer must not hold up the start once for each of them.
      const found = await Promise.allSettled(left.map(({ id }) => pictures.find(id)));
      const mended = left.flatMap((job, index) => {
        const answer = found[index];
        // What is said of an ended one stays true until the gallery can be read.
        if (answer?.status === 'rejected' && !isActive(job)) return [];
        return recover(job, answer?.status === 'fulfilled' ? answer.value : undefined, clock.now());
      });
      const saved = mended.filter(({ status }) => status !== 'queued').map(store.save);
      for (const job of mended) if (job.status === 'queued') add(job);
      // One that cannot be stored is found again at the next start; the others do not wait for it.
      await Promise.allSettled(saved);
    },
  };
}
