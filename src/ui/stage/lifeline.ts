import { LIFELINE_PORT } from '../../messages/index.ts';
import { onTimer, type Schedule } from './schedule.ts';

interface Port {
  disconnect(): void;
  onDisconnect: { addListener(listener: () => void): void };
}

interface LifelinePorts {
  connect(name: string): Port;
  /** Wakes the worker, which recovers the jobs of the dead worker; false when it does not answer. */
  hello(): Promise<boolean>;
  schedule?: Schedule;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Keeps a port open to the background until the returned function is called. When the worker dies the port closes: then
 * `hello` wakes a new worker, which recovers the jobs, and another port is opened. Each time the wait before that grows,
 * so that a background that closes every port is not asked without end.
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
