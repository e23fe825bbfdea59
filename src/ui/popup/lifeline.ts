import { LIFELINE_PORT } from '../../messages/index.ts';

interface Port {
  disconnect(): void;
  onDisconnect: { addListener(listener: () => void): void };
}

interface LifelinePorts {
  connect(name: string): Port;
  /** Wakes the worker, which mends what the dead one left; false when it stays silent. */
  hello(): Promise<boolean>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Keeps a port open to the background until the returned function is called. When the worker dies the port drops: then
 * it is greeted again, so that its work is told apart from work that still runs, and another port opened.
 */
export function holdLifeline({ connect, hello }: LifelinePorts): () => void {
  let port: Port | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let released = false;

  const dropped = () => {
    port = undefined;
    if (released) return;
    timer = setTimeout(async () => {
      if (await hello()) pauseMs = FIRST_PAUSE_MS;
      if (!released) open();
    }, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };
  const open = () => {
    try {
      port = connect(LIFELINE_PORT);
      port.onDisconnect.addListener(dropped);
    } catch {
      dropped();
    }
  };

  open();
  return () => {
    released = true;
    clearTimeout(timer);
    port?.disconnect();
  };
}
