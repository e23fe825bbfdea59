import type { Fetch } from '../../../src/hub/index.ts';

/** What a fake hub answers, or null to stay silent until it is aborted. */
export type Reply = (request: {
  url: string;
  headers: Headers;
  method: string;
}) => Response | Promise<Response> | null;

export interface FakeNetwork {
  fetch: Fetch;
  requests: { url: string; headers: Headers }[];
}

/** A network of one function. A response without a URL counts as one from where it was asked for. */
export function fakeNetwork(reply: Reply): FakeNetwork {
  const requests: FakeNetwork['requests'] = [];
  return {
    requests,
    fetch: async (url, init) => {
      const request = { url, headers: new Headers(init?.headers), method: init?.method ?? 'GET' };
      requests.push(request);
      return reply(request) ?? untilAborted(init?.signal);
    },
  };
}

/** A repository's answer as JSON. */
export function json(body: unknown, init?: ResponseInit): Response {
  return new Response(JSON.stringify(body), init);
}

/** What Hugging Face says of a repository that is not there. */
export function notFound(): Response {
  return new Response(null, { status: 404, headers: { 'X-Error-Code': 'RepoNotFound' } });
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')), { once: true });
  });
}
