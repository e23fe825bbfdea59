import type { Services } from './services.ts';

/** Makes a function that keeps the worker alive while its work runs. */
export function whileAwake(keepAlive: Services['keepAlive']) {
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const release = keepAlive();
    try {
      return await work();
    } finally {
      release();
    }
  };
}
