import type { Picture } from '../gallery/index.ts';
import { type GenerationResult, type ImageType, parseImageDataUrl } from '../generation/index.ts';
import { inTime } from '../web/wait.ts';
import { howMade } from './how-made.ts';
import type { Job } from './job.ts';
import type { JobStore } from './store.ts';
import { transition } from './transition.ts';
import type { MadeBy } from './with-picture.ts';

interface KeeperPorts {
  jobs: Pick<JobStore, 'change'>;
  store(picture: Picture, blob: Blob): Promise<void>;
  find(id: string): Promise<Picture | undefined>;
  clock: { now(): number };
  /** Keeps the worker, and with it a held picture, alive until the returned function is called. */
  keepAlive(): () => void;
}

/** Milliseconds after which the database counts as not answering. A large picture on a slow disk takes seconds. */
const READING_MS = 5_000;
const STORING_MS = 30_000;
/** How long a picture that cannot be stored is kept in memory. */
const HELD_MS = 10 * 60_000;
/** How often storing a picture that is kept in memory is retried. */
const AGAIN_MS = 20_000;

export interface PictureKeeper {
  /** The gallery's picture with this id. Rejects when the gallery cannot be read or does not answer. */
  find(id: string): Promise<Picture | undefined>;
  /** Stores a picture. False when that fails: the picture is then kept in memory, storing is retried, and its job is updated when it succeeds. */
  keep(job: Job, result: GenerationResult): Promise<boolean>;
  keepBytes(job: Job, made: MadeBy, bytes: Uint8Array<ArrayBuffer>, type: ImageType): Promise<boolean>;
  /** Tries to store a picture that is kept in memory. True when it is in the gallery and its job is updated; undefined when there is no such picture. */
  keepAgain(id: string): Promise<boolean | undefined>;
  held(id: string): Held | undefined;
}

interface Held {
  picture: Picture;
  blob: Blob;
}

/** Creates the keeper, which stores pictures in the gallery, and keeps a picture in memory for a while if the disk fails. */
export function createPictureKeeper({ jobs, store, find, clock, keepAlive }: KeeperPorts): PictureKeeper {
  const held = new Map<string, Held & { letGo(): void }>();

  async function tryToStore(picture: Picture, blob: Blob): Promise<boolean> {
    try {
      await inTime(store(picture, blob), STORING_MS);
      held.get(picture.id)?.letGo();
      return true;
    } catch {
      if (!held.has(picture.id)) hold(picture, blob);
      return false;
    }
  }

  function hold(picture: Picture, blob: Blob): void {
    const release = keepAlive();
    const letGo = () => {
      clearTimeout(end);
      clearInterval(again);
      held.delete(picture.id);
      release();
    };
    const end = setTimeout(letGo, HELD_MS);
    const again = setInterval(() => void keepAgain(picture.id), AGAIN_MS);
    held.set(picture.id, { picture, blob, letGo });
  }

  async function keepAgain(id: string): Promise<boolean | undefined> {
    const waiting = held.get(id);
    if (!waiting) return undefined;
    try {
      await inTime(store(waiting.picture, waiting.blob), STORING_MS);
      await jobs.change(id, (job) =>
        transition(job, { type: 'picture', picture: waiting.picture, at: waiting.picture.createdAt }),
      );
    } catch {
      return false;
    }
    if (held.get(id) === waiting) waiting.letGo();
    return true;
  }

  const keepBytes: PictureKeeper['keepBytes'] = (job, made, bytes, type) => {
    const now = clock.now();
    const picture: Picture = {
      ...made,
      ...howMade(job),
      id: job.id,
      request: job.request,
      type,
      byteLength: bytes.byteLength,
      createdAt: now,
      // For a picture that is fetched later, the time until its job ended.
      elapsedMs: Math.max(0, (job.endedAt ?? now) - (job.startedAt ?? job.createdAt)),
    };
    return tryToStore(picture, new Blob([bytes], { type }));
  };

  return {
    find: (id) => inTime(find(id), READING_MS),
    keepBytes,
    keepAgain,
    held: (id) => held.get(id),
    async keep(job, result) {
      const { provider = 'huggingface', model, route, warnings } = result;
      const made = result.picture ?? parseImageDataUrl(result.image ?? '');
      if (!made) return false;
      const madeBy: MadeBy = {
        provider,
        ...(model !== undefined && { model }),
        ...(route !== undefined && { route }),
        ...(warnings && { warnings }),
      };
      return keepBytes(job, madeBy, made.bytes, made.type);
    },
  };
}
