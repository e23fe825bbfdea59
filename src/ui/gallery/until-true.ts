import type { ReadonlySignal } from '@preact/signals';

/** Resolves once the signal is true. */
export function untilTrue(signal: ReadonlySignal<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const end = signal.subscribe((isTrue) => {
      if (!isTrue) return;
      resolve();
      queueMicrotask(() => end());
    });
  });
}
