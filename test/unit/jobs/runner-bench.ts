import type { Picture } from '../../../src/gallery/index.ts';
import {
  createProviderManager,
  type GenerationOptions,
  type ImageProvider,
  type ProviderName,
  type ProviderResult,
} from '../../../src/generation/index.ts';
import {
  createJobRunner,
  createJobStore,
  createPictureKeeper,
  isActive,
  type Job,
} from '../../../src/jobs/index.ts';
import { memoryArea } from './memory-area.ts';

interface Asked {
  provider: ProviderName;
  prompt: string;
  options: GenerationOptions;
  answer(result: ProviderResult): void;
}

interface BenchOptions {
  initial?: Record<string, unknown>;
  providers?: ProviderName[];
  maxRunning?: number;
}

const CANCELLED: ProviderResult = {
  success: false,
  error: { code: 'CANCELLED', message: 'Cancelled', shouldFallback: false },
};

/** A runner over memory: each request waits in `asked` until the test answers it; `events` records the order of events. */
export function runnerBench({
  initial,
  providers = ['huggingface', 'puter'],
  maxRunning,
}: BenchOptions = {}) {
  const area = memoryArea(initial);
  const events: string[] = [];
  const asked: Asked[] = [];
  const watchers = new Set<() => void>();
  const gallery = new Map<string, { picture: Picture; blob: Blob }>();
  const state = {
    now: 1_000_000,
    holds: 0,
    galleryBroken: false,
    galleryUnreadable: false,
    /** What the gallery waits for before it answers. */
    galleryWaits: Promise.resolve(),
    nextId: 1,
    connected: true,
    prefersWaiting: false,
    online: true,
    locked: false,
    /** What the alarm was last set to. */
    alarmMs: undefined as number | undefined,
  };
  const clock = { now: () => state.now };

  const changed = () => {
    for (const check of [...watchers]) check();
  };
  /** Resolves as soon as the condition holds; looked at whenever something was stored or asked. */
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!condition()) return;
        watchers.delete(check);
        resolve();
      };
      watchers.add(check);
      check();
    });

  area.onChanged.addListener((changes) => {
    for (const { newValue } of Object.values(changes)) {
      const job = newValue as Job | undefined;
      const last = job?.attempts.at(-1);
      if (job) events.push(`stored ${job.status}${last ? ` ${last.provider} ${last.outcome ?? '…'}` : ''}`);
    }
    changed();
  });

  const scripted = (name: ProviderName): ImageProvider => ({
    name,
    generate: (prompt, options) => {
      events.push(`asked ${name}`);
      return new Promise((resolve) => {
        asked.push({ provider: name, prompt, options, answer: resolve });
        if (options.signal?.aborted) resolve(CANCELLED);
        options.signal?.addEventListener('abort', () => resolve(CANCELLED));
        changed();
      });
    },
  });

  const hold = () => {
    state.holds += 1;
    changed();
    return () => {
      state.holds -= 1;
      changed();
    };
  };
  const store = createJobStore(area);
  const pictures = createPictureKeeper({
    jobs: store,
    async store(picture, blob) {
      if (state.galleryBroken) throw new DOMException('Disk full', 'QuotaExceededError');
      events.push('picture stored');
      gallery.set(picture.id, { picture, blob });
    },
    async find(id) {
      await state.galleryWaits;
      if (state.galleryUnreadable) throw new Error('Cannot be opened');
      return gallery.get(id)?.picture;
    },
    clock,
    keepAlive: hold,
  });
  const runner = createJobRunner({
    store,
    pictures,
    async createManager(log, only) {
      const [primary, fallback] = providers.filter((name) => !only || name === only).map(scripted);
      return primary && createProviderManager({ primary, fallback, observer: log });
    },
    async collect(provider, queued, _log, signal) {
      if (!state.connected) return undefined;
      events.push(`asked after ${queued.statusUrl}`);
      const { promise, resolve } = Promise.withResolvers<ProviderResult>();
      asked.push({ provider, prompt: queued.statusUrl, options: { style: 'none', signal }, answer: resolve });
      signal.addEventListener('abort', () => resolve(CANCELLED));
      changed();
      return promise;
    },
    prefersWaiting: async () => state.prefersWaiting,
    isOnline: () => state.online,
    isLocked: async () => state.locked,
    alarm(delayMs) {
      state.alarmMs = delayMs;
      changed();
    },
    keepAlive: hold,
    clock,
    randomId: () => `job-${state.nextId++}`,
    ...(maxRunning !== undefined && { maxRunning }),
  });

  const record = (id: string) => area.snapshot()[`job:${id}`] as Job | undefined;
  return {
    area,
    events,
    asked,
    gallery,
    state,
    store,
    pictures,
    runner,
    record,
    until,
    /** The alarm rings: the background then does this. */
    async ring() {
      await runner.resume();
      await runner.wake();
    },
    /** The record once the job is over and its slot is free again. */
    async ended(id: string): Promise<Job> {
      await until(() => {
        const job = record(id);
        return job !== undefined && !isActive(job);
      });
      return record(id) as Job;
    },
    /** Makes every reading from now on fail. */
    failReading() {
      area.beforeGet = () => {
        throw new Error('Cannot be read');
      };
    },
    /** Makes the nth storing from now on, and those after it while `times` lasts, fail. */
    failStoring(nth = 1, times = 1) {
      let count = 0;
      area.beforeSet = () => {
        count += 1;
        if (count >= nth && count < nth + times) throw new Error('Disk full');
      };
    },
  };
}
