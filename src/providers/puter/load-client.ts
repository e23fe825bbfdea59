import type { PictureArguments } from './models.ts';

/** The part of puter.js that a picture needs. */
export interface PuterClient {
  authToken: string | null;
  ai: { txt2img(options: PictureArguments): Promise<unknown> };
}

export type PuterClientLoader = () => Promise<PuterClient>;

let loading: Promise<PuterClient> | undefined;

/** The one puter.js of this background, evaluated when it is first needed. */
export function loadPuterClient(): Promise<PuterClient> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<PuterClient> {
  // Read while puter.js is evaluated: no socket, no /whoami, no /rao, no advertisement in the console.
  Object.assign(globalThis, { puter_socket_enabled: false, PUTER_QUIET: true });
  const hasXMLHttpRequest = 'XMLHttpRequest' in globalThis;
  const { puter } = await import('@heyputer/puter.js');
  // Where there is none (a service worker), puter.js brings its own, which sends cookies and forges an Origin.
  if (!hasXMLHttpRequest) Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
  return Object.assign(puter, { config: { autoRetry: false } });
}
