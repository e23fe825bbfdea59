import { vi } from 'vitest';
import type { Picture } from '../../src/gallery/index.ts';
import {
  createProviderManager,
  type ImageProvider,
  type ProviderName,
  type ProviderResult,
} from '../../src/generation/index.ts';
import {
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
  answer?: 'made' | 'busy' | 'refused' | 'cancelled';
  answeredAt?: number;
}

interface Operation {
  run(): void;
  fail(): void;
  /** It is done, but nobody learns of it. */
  land(): void;
}

interface Life {
  runner: JobRunner;
  pictures: PictureKeeper;
  ready: Promise<void>;
  open: { sent: Sent; resolve(result: ProviderResult): void }[];
  storage: Operation[];
  gallery: Operation[];
  holds: number;
}

const ANSWERS: Record<'made' | 'busy' | 'refused', ProviderResult> = {
  made: { success: true, image: PICTURE },
  busy: { success: false, error: { code: 'SERVICE_UNAVAILABLE', message: 'Busy', shouldFallback: true } },
  refused: { success: false, error: { code: 'UNAUTHORIZED', message: 'No', shouldFallback: false } },
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
  let now = 1_000_000;
  let made = 0;
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
    const scripted = (provider: ProviderName): ImageProvider => ({
      name: provider,
      generate: (prompt, { signal }) =>
        new Promise((resolve) => {
          const giveUp = () =>
            resolve({
              success: false,
              error: { code: 'CANCELLED', message: 'Cancelled', shouldFallback: false },
            });
          if (signal?.aborted) return giveUp();
          const record = structuredClone(disk.get(`job:${prompt}`)) as Job | undefined;
          const request: Sent = { life: number, job: prompt, provider, record };
          const entry = { sent: request, resolve };
          sent.push(request);
          open.push(entry);
          signal?.addEventListener('abort', () => {
            if (!open.includes(entry)) return;
            open.splice(open.indexOf(entry), 1);
            request.answer = 'cancelled';
            giveUp();
          });
        }),
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
          primary: scripted('huggingface'),
          fallback: scripted('puter'),
          observer: log,
        }),
      keepAlive,
      clock,
      randomId: () => `job-${made}`,
    });
    const ready = runner.resume().catch(() => undefined);
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
    get life() {
      return lives;
    },
    get openNow() {
      return life.open.length;
    },
    get now() {
      return now;
    },
    records: () => [...disk.values()] as Job[],
    enqueue() {
      const { ready, runner } = life;
      const job = async () => {
        made += 1;
        await runner.enqueue({ prompt: `job-${made}`, style: 'none' }, 'popup');
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
    answer(index: number, how: 'made' | 'busy' | 'refused') {
      const entry = pick(life.open, index);
      if (!entry) return;
      life.open.splice(life.open.indexOf(entry), 1);
      Object.assign(entry.sent, { answer: how, answeredAt: now });
      entry.resolve(ANSWERS[how]);
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
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
    /** The worker dies: of what waited for the disk, some was done all the same, though nobody learns of it. */
    die(storageDone: number, galleryDone: number) {
      for (const { land } of life.storage.slice(0, storageDone)) land();
      for (const { land } of life.gallery.slice(0, galleryDone)) land();
      // Its code is still in memory here, and must not be woken.
      vi.clearAllTimers();
      life = start();
    },
    settled,
    /** The disk is well, everybody answers with a picture, and time passes, until nothing is left to do. */
    async drain() {
      do {
        do {
          await settled();
          for (const { run } of [...life.storage.splice(0), ...life.gallery.splice(0)]) run();
          await settled();
          while (life.open.length > 0) world.answer(0, 'made');
          await settled();
        } while (life.storage.length + life.gallery.length + life.open.length > 0);
        await world.pass(20_000);
        await settled();
      } while (life.holds > 0 || life.storage.length + life.gallery.length > 0);
    },
  };
  return world;
}
