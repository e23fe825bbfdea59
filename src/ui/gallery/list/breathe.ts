/** Longer than a frame takes on a busy machine; a page that nobody sees draws none. */
const FRAME_WITHIN_MS = 1_000;
const IDLE_WITHIN_MS = 300;

interface BreathPorts {
  requestFrame(frame: () => void): void;
  requestIdle(idle: () => void, options: { timeout: number }): void;
  setTimeout(task: () => void, delayMs: number): void;
  isHidden(): boolean;
}

/** Lets what the page shows be drawn, and its thumbnails be read, before anything else is done. */
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
    // In it the tiles ask for their thumbnails.
    await frame();
    await drawn.thumbnails();
    await frame();
    await idle();
  };
}
