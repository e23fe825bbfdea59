/** Shorter than the 30 s after which an idle worker is stopped. */
const PERIOD_MS = 20_000;

/**
 * Keeps the worker alive while at least one hold is open: a cheap extension-API call every 20 s, the one thing that
 * works in Chromium and in Firefox (measured; an open request, port or message does not). Returns the hold's release.
 */
export function createKeepAlive(touch: () => Promise<unknown>): () => () => void {
  let holds = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  return function hold() {
    holds += 1;
    timer ??= setInterval(() => void touch().catch(() => undefined), PERIOD_MS);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      holds -= 1;
      if (holds > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
}
