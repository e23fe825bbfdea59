import type { PictureArguments } from './models.ts';

/** The part of puter.js that a picture needs. */
export interface PuterClient {
  authToken: string | null;
  ai: { txt2img(options: PictureArguments): Promise<unknown> };
}

export type PuterClientLoader = () => Promise<PuterClient>;

let loading: Promise<PuterClient> | undefined;

/** Loads puter.js when it is first needed, once per realm. Rejects when it cannot be loaded; the next call then tries again. */
export function loadPuterClient(): Promise<PuterClient> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<PuterClient> {
  // puter.js reads these when it is evaluated: without them it opens a socket, requests /whoami and /rao, and prints an advertisement.
  Object.assign(globalThis, { puter_socket_enabled: false, PUTER_QUIET: true });
  const hasXMLHttpRequest = 'XMLHttpRequest' in globalThis;
  const { puter } = await import('@heyputer/puter.js');
  // Without an XMLHttpRequest (in a service worker) puter.js defines its own, which sends cookies and forges an Origin: it is removed.
  if (!hasXMLHttpRequest) Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
  return Object.assign(puter, { config: { autoRetry: false } });
}
