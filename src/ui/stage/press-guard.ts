/** Presses this close together are one, and nothing that just came under the pointer pays: nobody can have meant it. */
export const SETTLES_MS = 600;

export interface PressGuard {
  /** Whether this press may pay; the next may once `SETTLES_MS` are over. */
  take(): boolean;
  /** The user did something that makes the next press another one. */
  forget(): void;
}

/** `now` in milliseconds, of a clock that is never set back. */
export function createPressGuard(now: () => number = () => performance.now()): PressGuard {
  let last = Number.NEGATIVE_INFINITY;
  return {
    take() {
      if (now() - last < SETTLES_MS) return false;
      last = now();
      return true;
    },
    forget() {
      last = Number.NEGATIVE_INFINITY;
    },
  };
}
