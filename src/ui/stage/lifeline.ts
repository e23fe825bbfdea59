import { LIFELINE_PORT } from '../../messages/index.ts';
import { onTimer, type Schedule } from './schedule.ts';

interface Port {
  disconnect(): void;
  onDisconnect: { addListener(listener: () => void): void };
}

interface LifelinePorts {
  connect(name: string): Port;
  /** Wakes the worker, which mends what the dead one left; false when it stays silent. */
  hello(): Promise<boolean>;
  schedule?: Schedule;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Keeps a port open to the background until the returned function is called. When the worker dies the port drops: then
 * it is greeted again, so that its work is told apart from work that still runs, and another port is opened. Each time
 * it waits longer, so that a background which drops every port is not asked without end.
 */
export function holdLifeline({ connect, hello, schedule = onTimer }: LifelinePorts): () => void {
  let port: Port | undefined;
  let callOff: (() => void) | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let released = false;

  const greet = async () => {
    await hello();
    if (!released) open();
  };
  const dropped = () => {
    if (released) return;
    callOff = schedule(() => void greet(), pauseMs);
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
    callOff?.();
    port?.disconnect();
  };
}
