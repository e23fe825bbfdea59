import type { GenerationOptions } from '../../../../src/generation/index.ts';
import { PuterProvider } from '../../../../src/providers/puter/provider.ts';

/** One pixel. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const PICTURE = `data:image/png;base64,${PNG}`;
export const TOKEN = 'eyPuter-token.0123456789';
export const PLAIN: GenerationOptions = { style: 'none' };

export interface Asked {
  url: string;
  init: RequestInit;
  /** What puter.js wrote. */
  body: { args?: Record<string, unknown>; auth_token?: string; [key: string]: unknown };
}

export type Reply = (asked: Asked, count: number) => Response | Promise<Response>;

/** A `fetch` that answers with `reply` and keeps what it was asked. */
export function standIn(reply: Reply) {
  const asked: Asked[] = [];
  const fetch = async (url: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
    const call = { url, init, body };
    asked.push(call);
    return await reply(call, asked.length);
  };
  return { asked, fetch };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

export function picture(result: unknown = PICTURE): Response {
  return json({ success: true, result, service: { name: 'ai-image' } });
}

/** The real provider with the real puter.js over `reply`. */
export function puterOver(reply: Reply, parts: Partial<ConstructorParameters<typeof PuterProvider>[0]> = {}) {
  const { asked, fetch } = standIn(reply);
  return { asked, provider: new PuterProvider({ fetch, token: TOKEN, ...parts }) };
}

/** A promise for a reply that never comes, but fails when the request is aborted, as fetch does. */
export function never({ init }: Asked): Promise<Response> {
  return new Promise((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true });
  });
}
