/**
 * Milliseconds in which a second press is ignored, and in which a button that has just appeared ignores
 * presses: such a press cannot have been meant.
 */
export const SETTLES_MS = 600;

export interface PressGuard {
  /** Whether this press counts. The next press counts after `SETTLES_MS`. */
  take(): boolean;
  /** Call when the user changed something: then the next press counts at once. */
  forget(): void;
}

/** `pressedAt`: when the latest press was made, in milliseconds of a clock that is never set back. */
export function createPressGuard(pressedAt: () => number): PressGuard {
  let last = Number.NEGATIVE_INFINITY;
  return {
    take() {
      const now = pressedAt();
      if (now - last < SETTLES_MS) return false;
      last = now;
      return true;
    },
    forget() {
      last = Number.NEGATIVE_INFINITY;
    },
  };
}
