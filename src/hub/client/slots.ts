import { abortError } from '../../web/wait.ts';

/** Whose place it is, and whether it goes before listings. */
export interface Turn {
  source: string;
  isUrgent: boolean;
}

/**
 * Runs a task when it has a place. `overtaken` aborts when somebody else needs the place more: the task must then end,
 * and is run again when its turn comes.
 */
export type Slots = <T>(
  turn: Turn,
  task: (overtaken: AbortSignal) => Promise<T>,
  signal: AbortSignal,
) => Promise<T>;

interface Place extends Turn {
  controller: AbortController;
  /** When a silent task has to make room for one that waits: once only, so that it can take its time then. */
  yieldsAt: number;
}

interface Waiting extends Turn {
  start: () => void;
}

/** A task that has been silent for so long makes room, once, while others wait. */
const STALLED_MS = 2_000;
const OVERTAKEN = Symbol('overtaken');

/**
 * The hub's one gate to the network: at most `limit()` tasks at once, of one source at most half as many. Urgent tasks
 * come first, and take a listing's place when there is no other; the rest come in the order in which they came. A task
 * whose signal aborts while it waits never starts.
 */
export function createSlots(limit: () => number): Slots {
  const places = new Set<Place>();
  const waiting: Waiting[] = [];
  let stalled: ReturnType<typeof setTimeout> | undefined;

  const most = () => Math.max(1, limit() || 1);
  const mostOfOne = () => Math.max(1, Math.floor(most() / 2));
  const isCrowded = ({ source }: Turn) =>
    [...places].filter((place) => place.source === source).length >= mostOfOne();

  function next(): Waiting | undefined {
    const ready = waiting.filter((one) => !isCrowded(one));
    return ready.find(({ isUrgent }) => isUrgent) ?? ready[0];
  }

  function admit(): void {
    clearTimeout(stalled);
    for (let one = next(); one; one = next()) {
      if (places.size >= most()) {
        makeRoom(one);
        return;
      }
      waiting.splice(waiting.indexOf(one), 1);
      one.start();
    }
  }

  function makeRoom({ isUrgent }: Turn): void {
    const held = [...places].filter(({ controller }) => !controller.signal.aborted);
    const listing =
      isUrgent && held.length === places.size ? held.findLast((place) => !place.isUrgent) : undefined;
    const [first] = listing ? [] : held.sort((one, other) => one.yieldsAt - other.yieldsAt);
    listing?.controller.abort();
    if (!first || first.yieldsAt === Number.POSITIVE_INFINITY) return;
    stalled = setTimeout(() => first.controller.abort(), Math.max(0, first.yieldsAt - performance.now()));
  }

  function enter(turn: Turn, signal: AbortSignal, isFirstTime: boolean): Promise<Place> {
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        ...turn,
        start: () => {
          signal.removeEventListener('abort', leave);
          const yieldsAt = isFirstTime ? performance.now() + STALLED_MS : Number.POSITIVE_INFINITY;
          const place = { ...turn, controller: new AbortController(), yieldsAt };
          places.add(place);
          resolve(place);
        },
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(abortError());
      };
      if (signal.aborted) return reject(abortError());
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(one);
      admit();
    });
  }

  async function run<T>(
    turn: Turn,
    task: (overtaken: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    isFirstTime: boolean,
  ): Promise<T | typeof OVERTAKEN> {
    const place = await enter(turn, signal, isFirstTime);
    const overtaken = place.controller.signal;
    try {
      return await task(overtaken);
    } catch (error) {
      if (overtaken.aborted && !signal.aborted) return OVERTAKEN;
      throw error;
    } finally {
      places.delete(place);
      // Who asked hears the answer first: it may be that nobody else needs to be asked.
      if (waiting.length > 0) setTimeout(admit);
    }
  }

  return async (turn, task, signal) => {
    for (let isFirstTime = true; ; isFirstTime = false) {
      const result = await run(turn, task, signal, isFirstTime);
      if (result !== OVERTAKEN) return result;
    }
  };
}
