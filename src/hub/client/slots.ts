import { abortError } from '../../web/wait.ts';

/** The id of the source that is asked, and whether the request goes before listings. */
export interface Turn {
  source: string;
  isUrgent: boolean;
}

/**
 * Runs a task when a slot is free. `overtaken` aborts when a more urgent task needs the slot: the task must then end,
 * and is run again when its turn comes.
 */
export type Slots = <T>(
  turn: Turn,
  task: (overtaken: AbortSignal) => Promise<T>,
  signal: AbortSignal,
) => Promise<T>;

interface Place extends Turn {
  controller: AbortController;
  /**
   * When the task may be overtaken by a waiting task, in `performance.now()` time. Infinity for a task that
   * was overtaken before.
   */
  yieldsAt: number;
}

interface Waiting extends Turn {
  start: () => void;
}

/** Milliseconds after which a running task is overtaken, once, when others wait. */
const PATIENCE_MS = 3_500;
/** The same limit while overtaken tasks run again: several hubs that hang one after another must not delay the next source for minutes. */
const SHORT_PATIENCE_MS = 2_000;
const OVERTAKEN = Symbol('overtaken');

/**
 * Limits the hub's requests: at most `limit()` tasks run at once, and at most half as many for one source. Urgent tasks
 * run first, and take a listing's slot when no other is free; the rest run in the order in which they came. A task
 * whose signal aborts while it waits never starts.
 */
export function createSlots(limit: () => number): Slots {
  const places = new Set<Place>();
  const waiting: Waiting[] = [];
  let stalled: ReturnType<typeof setTimeout> | undefined;
  let isClogged = false;

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
    const giveWay = () => {
      isClogged = true;
      first.controller.abort();
    };
    stalled = setTimeout(giveWay, Math.max(0, first.yieldsAt - performance.now()));
  }

  function enter(turn: Turn, signal: AbortSignal, isFirstTime: boolean): Promise<Place> {
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        ...turn,
        start: () => {
          signal.removeEventListener('abort', leave);
          const patienceMs = isClogged ? SHORT_PATIENCE_MS : PATIENCE_MS;
          const yieldsAt = isFirstTime ? performance.now() + patienceMs : Number.POSITIVE_INFINITY;
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
      // A more urgent task may have taken the slot before this task could begin.
      if (overtaken.aborted) return OVERTAKEN;
      const result = await task(overtaken);
      isClogged = false;
      return result;
    } catch (error) {
      if (overtaken.aborted && !signal.aborted) return OVERTAKEN;
      throw error;
    } finally {
      places.delete(place);
      // The caller gets the answer before the next task starts: the caller may then abort waiting requests
      // that the answer makes needless.
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
