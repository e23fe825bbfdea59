/**
 * Milliseconds, longer than a frame takes on a busy machine. A hidden page draws no frames, and does not wait
 * for one.
 */
const FRAME_WITHIN_MS = 1_000;
const IDLE_WITHIN_MS = 300;

interface BreathPorts {
  requestFrame(frame: () => void): void;
  requestIdle(idle: () => void, options: { timeout: number }): void;
  setTimeout(task: () => void, delayMs: number): void;
  isHidden(): boolean;
}

/** Waits until what the page shows is drawn, its thumbnails are read, and the browser is idle. */
export function createBreathe(
  drawn: { page(): Promise<void>; thumbnails(): Promise<void> },
  ports: BreathPorts = {
    requestFrame: (frame) => requestAnimationFrame(frame),
    requestIdle: (idle, options) => requestIdleCallback(idle, options),
    setTimeout: (task, delayMs) => setTimeout(task, delayMs),
    isHidden: () => document.visibilityState === 'hidden',
  },
): () => Promise<void> {
  const frame = () =>
    new Promise<void>((resolve) => {
      ports.setTimeout(resolve, ports.isHidden() ? 0 : FRAME_WITHIN_MS);
      ports.requestFrame(() => ports.setTimeout(resolve, 0));
    });
  const idle = () => new Promise<void>((resolve) => ports.requestIdle(resolve, { timeout: IDLE_WITHIN_MS }));

  return async () => {
    await drawn.page();
    // During this frame the tiles ask for their thumbnails.
    await frame();
    await drawn.thumbnails();
    await frame();
    await idle();
  };
}
