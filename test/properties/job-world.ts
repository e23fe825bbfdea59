import { vi } from 'vitest';
import type { Picture } from '../../src/gallery/index.ts';
import {
  createProviderManager,
  type GenerationOptions,
  type ImageProvider,
  type ProviderName,
  type ProviderResult,
} from '../../src/generation/index.ts';
import {
  type AttemptLog,
  createJobRunner,
  createJobStore,
  createPictureKeeper,
  type Job,
  type JobRunner,
  type PictureKeeper,
} from '../../src/jobs/index.ts';
import { PICTURE } from '../unit/jobs/sample-job.ts';

/** A request as it left, with the record that was on disk at that moment. */
export interface Sent {
  life: number;
  job: string;
  provider: ProviderName;
  record: Job | undefined;
  answer?: Answer | 'cancelled';
  answeredAt?: number;
}

export type Answer = 'made' | 'busy' | 'refused' | 'limited';

interface Operation {
  run(): void;
  fail(): void;
  /** The write is done, but its result is lost. */
  land(): void;
}

/** A request that waits for its answer. */
interface Open {
  sent: Partial<Sent>;
  /** The service accepts the job, and gives its result later. */
  take?: () => Promise<void>;
  /** Its address is being written down. */
  pending?: boolean;
  resolve(result: ProviderResult): void;
}

interface Life {
  runner: JobRunner;
  pictures: PictureKeeper;
  ready: Promise<void>;
  open: Open[];
  storage: Operation[];
  gallery: Operation[];
  holds: number;
}

const ANSWERS: Record<Answer, ProviderResult> = {
  made: { success: true, image: PICTURE },
  busy: { success: false, error: { code: 'SERVICE_UNAVAILABLE', message: 'Busy', shouldFallback: true } },
  limited: {
    success: false,
    error: { code: 'RATE_LIMIT', message: 'Busy', shouldFallback: true, retryAfter: 40 },
  },
  refused: { success: false, error: { code: 'UNAUTHORIZED', message: 'No', shouldFallback: false } },
};

const CANCELLED: ProviderResult = {
  success: false,
  error: { code: 'CANCELLED', message: 'Cancelled', shouldFallback: false },
};
const OFFLINE: ProviderResult = {
  success: false,
  error: { code: 'OFFLINE', message: 'Offline', shouldFallback: false },
};

/** Nothing more happens by itself: everything waits for the disk, for an answer, or for a timer. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/**
 * A disk, a network and a worker that can die between any two steps. Each access to the disk waits until it is let
 * through, in the order in which it was made, as browsers do it; time passes only when it is told to. Timers must be faked.
 */
export function createJobWorld() {
  const disk = new Map<string, unknown>();
  const gallery = new Map<string, Picture>();
  const sent: Sent[] = [];
  /** Jobs whose cancellation was confirmed, with how much had been sent by then. */
  const cancelled: { job: string; sentBefore: number }[] = [];
  /** Jobs of which the gallery did not say whether it has their picture. */
  const unread = new Set<string>();
  /** Requests that a queue service has accepted. */
  const taken = new Set<Sent>();
  /** When the browser's alarm rings: it outlives a worker. On a clock that nobody sets. */
  let alarmAt: number | undefined;
  let elapsed = 0;
  let online = true;
  let now = 1_000_000;
  let made = 0;
  let seeds = 0;
  let lives = 0;
  let life = start();

  function queued<Value>(queue: Operation[], effect: () => Value): Promise<Value> {
    return new Promise((resolve, reject) => {
      queue.push({
        run: () => resolve(effect()),
        fail: () => reject(new Error('Disk full')),
        land: () => void effect(),
      });
    });
  }

  function start(): Life {
    lives += 1;
    const number = lives;
    const storage: Operation[] = [];
    const galleryQueue: Operation[] = [];
    const open: Life['open'] = [];
    const own = { holds: 0 };
    const clock = { now: () => now };
    const keepAlive = () => {
      own.holds += 1;
      return () => {
        own.holds -= 1;
      };
    };
    const area = {
      get: (keys: null | string | string[]) =>
        queued(storage, () => {
          const wanted = keys === null ? [...disk.keys()] : [keys].flat();
          const items = wanted.filter((key) => disk.has(key)).map((key) => [key, disk.get(key)]);
          return structuredClone(Object.fromEntries(items)) as Record<string, unknown>;
        }),
      set(items: Record<string, unknown>) {
        const copies = Object.entries(structuredClone(items));
        return queued(storage, () => {
          for (const [key, value] of copies) disk.set(key, value);
        });
      },
      remove: (keys: string | string[]) =>
        queued(storage, () => {
          for (const key of [keys].flat()) disk.delete(key);
        }),
      onChanged: { addListener: () => undefined, removeListener: () => undefined },
    };
    const byOptions = ({ seed }: GenerationOptions) =>
      ([...disk.values()] as Job[]).find(({ request }) => request.seed === seed);
    /** Resolves with what the test lets the service answer, or with a cancellation. */
    function answered(
      entry: Omit<Open, 'resolve'>,
      signal: AbortSignal | undefined,
    ): Promise<ProviderResult> {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve(CANCELLED);
        const opened: Open = { ...entry, resolve };
        open.push(opened);
        signal?.addEventListener('abort', () => {
          if (!open.includes(opened) && !opened.pending) return;
          if (open.includes(opened)) open.splice(open.indexOf(opened), 1);
          if (entry.sent.answer !== 'made') entry.sent.answer = 'cancelled';
          resolve(CANCELLED);
        });
      });
    }
    const scripted = (provider: ProviderName, log: AttemptLog): ImageProvider => ({
      name: provider,
      async generate(_prompt, options) {
        if (!online) return OFFLINE;
        if (provider === 'huggingface') await log.asking('nscale');
        const { signal } = options;
        if (signal?.aborted) return CANCELLED;
        const record = structuredClone(byOptions(options));
        const request: Sent = { life: number, job: record?.id ?? 'none', provider, record };
        sent.push(request);
        const take = async () => {
          await log.queued({ route: 'fal-ai', model: 'acme/fox', statusUrl: request.job });
          // Only requests whose attempt was stored are checked: if storing failed, a worker's death may cost something.
          if ((disk.get(`job:${request.job}`) as Job).attempts.some(({ queued: job }) => job))
            taken.add(request);
        };
        return answered({ sent: request, ...(provider === 'huggingface' && { take }) }, signal);
      },
    });
    const jobs = createJobStore(area);
    const keeper = createPictureKeeper({
      jobs,
      store: (picture) => queued(galleryQueue, () => void gallery.set(picture.id, picture)),
      find: (id) => queued(galleryQueue, () => gallery.get(id)),
      clock,
      keepAlive,
    });
    const pictures: PictureKeeper = {
      ...keeper,
      find: (id) =>
        keeper.find(id).catch((reason) => {
          unread.add(id);
          throw reason;
        }),
    };
    const runner = createJobRunner({
      store: jobs,
      pictures,
      createManager: async (log) =>
        createProviderManager({
          primary: scripted('huggingface', log),
          fallback: scripted('puter', log),
          // Hugging Face tells of each request before it is sent.
          observer: { ...log, started: (name) => log.started(name, { announces: name === 'huggingface' }) },
        }),
      // Only polls: nothing is sent that costs. What the service says is about the request that it had accepted.
      collect: (_provider, { statusUrl }, _log, signal) =>
        answered({ sent: sent.findLast(({ job }) => job === statusUrl) ?? {} }, signal),
      // The settings lie on the same disk.
      prefersWaiting: () => queued(storage, () => true),
      isOnline: () => online,
      alarm(delayMs) {
        alarmAt = delayMs === undefined ? undefined : elapsed + delayMs;
      },
      keepAlive,
      clock,
      randomId() {
        made += 1;
        return `job-${made}`;
      },
    });
    const ready = runner.resume().then(
      () => undefined,
      () => undefined,
    );
    return Object.assign(own, { runner, pictures, ready, open, storage, gallery: galleryQueue });
  }

  const pick = <Item>(items: readonly Item[], index: number) => items[index % Math.max(1, items.length)];
  const ids = () => [...disk.keys()].map((key) => key.slice('job:'.length));

  const world = {
    disk,
    gallery,
    sent,
    cancelled,
    unread,
    taken,
    get life() {
      return lives;
    },
    get openNow() {
      return life.open.length;
    },
    get elapsed() {
      return elapsed;
    },
    records: () => [...disk.values()] as Job[],
    enqueue(count: number) {
      const { ready, runner } = life;
      const job = () => {
        seeds += 10;
        return runner.enqueueGroup({ prompt: 'a fox', style: 'none', seed: seeds }, 'popup', count);
      };
      void ready.then(job).catch(() => undefined);
    },
    cancel(index: number) {
      const job = pick(ids(), index);
      const { ready, runner } = life;
      if (job === undefined) return;
      void ready
        .then(() => runner.cancel(job))
        .then((done) => done && cancelled.push({ job, sentBefore: sent.length }))
        .catch(() => undefined);
    },
    answer(index: number, how: Answer) {
      const entry = pick(life.open, index);
      if (!entry) return;
      life.open.splice(life.open.indexOf(entry), 1);
      // A picture that was made stays made, although a worker that died did not hear of it.
      const answer = entry.sent.answer === 'made' ? 'made' : how;
      Object.assign(entry.sent, { answer, answeredAt: now });
      entry.resolve(ANSWERS[answer]);
    },
    /** A queue service accepts a job, unless it already has. */
    take(index: number) {
      const entry = pick(life.open, index);
      if (!entry?.take) return;
      const { take } = entry;
      delete entry.take;
      // Its state is asked for when its address is written down.
      life.open.splice(life.open.indexOf(entry), 1);
      const { open } = life;
      entry.pending = true;
      void take().then(() => {
        entry.pending = false;
        if (entry.sent.answer !== 'cancelled') open.push(entry);
      });
    },
    cancelAll() {
      const { ready, runner } = life;
      void ready.then(() => runner.cancelAll()).catch(() => undefined);
    },
    /** The alarm rings, or the network is back. */
    wake() {
      const { ready, runner } = life;
      void ready
        .then(() => runner.resume())
        .then(() => runner.wake())
        .catch(() => undefined);
    },
    actOn(what: 'beginNow' | 'letWait' | 'lookAgain', index: number) {
      const job = pick(ids(), index);
      const { ready, runner } = life;
      if (job !== undefined) void ready.then(() => runner[what](job)).catch(() => undefined);
    },
    goOnline(now: boolean) {
      online = now;
      if (online) world.wake();
    },
    /** Changes the clock; nothing else happens. */
    setClock(byMs: number) {
      now += byMs;
    },
    disks(which: 'storage' | 'gallery', how: 'run' | 'fail') {
      life[which].shift()?.[how]();
    },
    keepAgain(index: number) {
      const job = pick(ids(), index);
      if (job !== undefined) void life.pictures.keepAgain(job);
    },
    async pass(milliseconds: number) {
      now += milliseconds;
      elapsed += milliseconds;
      if (alarmAt !== undefined && elapsed >= alarmAt) {
        alarmAt = undefined;
        world.wake();
      }
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
    /** The worker dies: of what waited for the disk, some was done all the same, though nobody learns of it. */
    die(storageDone: number, galleryDone: number) {
      for (const { land } of life.storage.slice(0, storageDone)) land();
      for (const { land } of life.gallery.slice(0, galleryDone)) land();
      // Its code is still in memory here, and must not be woken.
      vi.clearAllTimers();
      // A browser that starts may have forgotten its alarms, and wakes the worker.
      alarmAt = undefined;
      life = start();
    },
    settled,
    /** The disk is well, everybody answers with a picture, and time passes, until nothing is left to do. */
    async drain() {
      online = true;
      do {
        do {
          await settled();
          for (const { run } of [...life.storage.splice(0), ...life.gallery.splice(0)]) run();
          await settled();
          while (life.open.length > 0) world.answer(0, 'made');
          await settled();
        } while (life.storage.length + life.gallery.length + life.open.length > 0);
        // Less than the time limits for a disk, which is well, and answers between these steps.
        await world.pass(4_000);
        await settled();
      } while (life.holds > 0 || alarmAt !== undefined || life.storage.length + life.gallery.length > 0);
    },
  };
  return world;
}
