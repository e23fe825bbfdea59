import { useEffect, useState } from 'preact/hooks';

/** Milliseconds left of a wait, updated each second. Counted with a monotonic clock from the first rendering. */
export function useWait(waitMs: number): number {
  const [leftMs, setLeftMs] = useState(waitMs);
  useEffect(() => {
    setLeftMs(waitMs);
    if (waitMs <= 0) return;
    const seenAt = performance.now();
    const timer = setInterval(() => {
      const left = Math.max(0, waitMs - (performance.now() - seenAt));
      setLeftMs(left);
      if (left === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [waitMs]);
  return leftMs;
}
