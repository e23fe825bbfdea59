import type { Picture } from '../gallery/index.ts';
import { type GenerationResult, type ImageType, parseImageDataUrl } from '../generation/index.ts';
import type { Job } from './job.ts';

interface KeeperPorts {
  store(picture: Picture, blob: Blob): Promise<void>;
  has(id: string): Promise<boolean>;
  clock: { now(): number };
  /** Keeps the worker, and with it a held picture, alive until the returned function is called. */
  keepAlive(): () => void;
}

/** A database that takes longer will not answer at all; a large picture on a slow disk takes seconds. */
const READING_MS = 5_000;
const STORING_MS = 30_000;
/** How long a picture that cannot be stored is held for another try. */
const HELD_MS = 10 * 60_000;

export interface PictureKeeper {
  has(id: string): Promise<boolean>;
  /** False when the gallery cannot take it; it is then held in memory for `keepAgain`. */
  keep(job: Job, result: GenerationResult): Promise<boolean>;
  keepBytes(job: Job, made: MadeBy, bytes: Uint8Array<ArrayBuffer>, type: ImageType): Promise<boolean>;
  /** Whether a picture of this job waits for another try. */
  holds(id: string): boolean;
  /** Another try at storing a held picture; undefined when none is held for this job, or it still cannot be stored. */
  keepAgain(id: string): Promise<Picture | undefined>;
}

type MadeBy = Pick<Picture, 'provider' | 'model' | 'route' | 'warnings'>;

/** Brings pictures into the gallery. One that was paid for is not let go because a disk was full for a moment. */
export function createPictureKeeper({ store, has, clock, keepAlive }: KeeperPorts): PictureKeeper {
  const held = new Map<string, { picture: Picture; blob: Blob; letGo(): void }>();

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
      clearTimeout(timer);
      held.delete(picture.id);
      release();
    };
    const timer = setTimeout(letGo, HELD_MS);
    held.set(picture.id, { picture, blob, letGo });
  }

  const keepBytes: PictureKeeper['keepBytes'] = (job, made, bytes, type) => {
    const now = clock.now();
    const picture: Picture = {
      ...made,
      id: job.id,
      request: job.request,
      type,
      byteLength: bytes.byteLength,
      createdAt: now,
      // One that is fetched later was made when its job ended.
      elapsedMs: (job.endedAt ?? now) - (job.startedAt ?? job.createdAt),
    };
    return tryToStore(picture, new Blob([bytes], { type }));
  };

  return {
    // A gallery that cannot be read holds nothing that could be shown.
    has: (id) => inTime(has(id), READING_MS).catch(() => false),
    holds: (id) => held.has(id),
    keepBytes,
    async keep(job, { image, provider = 'huggingface', model, route, warnings }) {
      const parsed = parseImageDataUrl(image ?? '');
      if (!parsed) return false;
      const made: MadeBy = {
        provider,
        ...(model !== undefined && { model }),
        ...(route !== undefined && { route }),
        ...(warnings && { warnings }),
      };
      return keepBytes(job, made, parsed.bytes, parsed.type);
    },
    async keepAgain(id) {
      const waiting = held.get(id);
      return waiting && (await tryToStore(waiting.picture, waiting.blob)) ? waiting.picture : undefined;
    },
  };
}

/** Rejects when the gallery does not answer: a job, or the start of a worker, must not wait for it for ever. */
async function inTime<Value>(answer: Promise<Value>, patienceMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The gallery does not answer')), patienceMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
