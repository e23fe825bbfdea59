/** Timers that run when the test says so. */
export function handTimers() {
  const waiting = new Map<() => void, number>();
  return {
    /** How long each that waits would wait, in milliseconds. */
    pauses: () => [...waiting.values()],
    schedule(run: () => void, afterMs: number) {
      waiting.set(run, afterMs);
      return () => void waiting.delete(run);
    },
    runAll() {
      for (const run of [...waiting.keys()]) {
        waiting.delete(run);
        run();
      }
    },
  };
}
