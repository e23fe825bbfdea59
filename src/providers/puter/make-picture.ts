import type { ProviderError } from '../../generation/index.ts';
import { askPuter, type Line } from './ask-puter.ts';
import type { PuterClient } from './load-client.ts';
import type { PictureArguments } from './models.ts';
import { puterFailure } from './puter-failure.ts';
import { createXMLHttpRequest, type Exchange } from './xml-http-request.ts';

export type Made = { ok: true; source: string } | { ok: false; error: ProviderError };

/**
 * Makes one picture by `puter.ai.txt2img`, whose request is sent over `line`. Resolves with the picture's data URI or address, or
 * with the failure; never rejects. An error that puter.js itself throws is dropped, since it can contain the token.
 */
export async function makePicture(client: PuterClient, picture: PictureArguments, line: Line): Promise<Made> {
  let error: ProviderError | undefined;
  let asked = false;
  const exchange: Exchange = async (request) => {
    const outcome = asked ? undefined : askPuter(request, line);
    asked = true;
    const settled = (await outcome) ?? {
      ok: false,
      error: puterFailure('UNKNOWN', { fault: 'client-misbehaved' }),
    };
    if (settled.ok) return settled.answer;
    error = settled.error;
    return undefined;
  };
  try {
    const result = await callWith(client, line.token, exchange, () => client.ai.txt2img(picture));
    const source = sourceOf(result);
    if (!error && source !== undefined) return { ok: true, source };
  } catch {
    error ??= puterFailure('UNKNOWN');
  }
  return { ok: false, error: error ?? puterFailure('SERVER_ERROR', { fault: 'no-picture' }) };
}

/**
 * Gives puter.js the token and our XMLHttpRequest while it builds its request. puter.js builds it before its first await, so
 * both are removed before other code runs: two calls never share a token, and no other code uses the replaced class.
 */
function callWith<T>(client: PuterClient, token: string, exchange: Exchange, call: () => T): T {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'XMLHttpRequest');
  const value = createXMLHttpRequest(exchange);
  Object.defineProperty(globalThis, 'XMLHttpRequest', { value, configurable: true, writable: true });
  client.authToken = token;
  try {
    return call();
  } finally {
    client.authToken = null;
    Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
    if (own) Object.defineProperty(globalThis, 'XMLHttpRequest', own);
  }
}

/** The `src` of puter.js's result, which is an img element on a page, and a plain object in a worker. */
function sourceOf(result: unknown): string | undefined {
  const source = typeof result === 'object' && result !== null && 'src' in result ? result.src : undefined;
  return typeof source === 'string' ? source : undefined;
}
