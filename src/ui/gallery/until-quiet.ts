const SIGNS = ['keydown', 'input', 'pointermove', 'pointerdown', 'wheel', 'scroll'] as const;

/**
 * Resolves when nothing was typed, pointed at or scrolled for `quietMs` milliseconds; never once the signal
 * is aborted.
 */
export function untilQuiet(quietMs: number, signal: AbortSignal, page: EventTarget = window): Promise<void> {
  return new Promise((resolve) => {
    const begin = () => setTimeout(end, quietMs);
    let timer = begin();
    const again = () => {
      clearTimeout(timer);
      timer = begin();
    };
    const stop = () => {
      clearTimeout(timer);
      for (const sign of SIGNS) page.removeEventListener(sign, again, true);
    };
    function end(): void {
      stop();
      resolve();
    }
    for (const sign of SIGNS) page.addEventListener(sign, again, { capture: true, passive: true });
    signal.addEventListener('abort', stop, { once: true });
  });
}
