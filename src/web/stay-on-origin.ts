import { isPrivateHost } from './addresses.ts';
import { isHuggingFace } from './hugging-face.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/**
 * Follows the redirects of an address while they stay on its origin. Resolves with the address where they end, or with `left` when
 * a redirect leads to another origin, to which nothing is sent. Rejects when there is no answer.
 */
export type EndOfRedirects = (
  url: string,
  headers: HeadersInit | undefined,
  signal: AbortSignal | undefined,
) => Promise<string | 'left'>;

/**
 * A `fetch` for hubs that follows redirects only on the asked origin, since a public hub must not lead requests into the user's own
 * network. A browser's `fetch` follows all redirects or none, and does not tell where a redirect leads, so `endOfRedirects` follows
 * those on the same origin. For a redirect to another origin the response is an opaque one with status 0. Hubs in the user's own
 * network and huggingface.co may redirect to any address.
 */
export function createStayingFetch(fetch: Fetch, endOfRedirects: EndOfRedirects): Fetch {
  return async (url, init = {}) => {
    if (init.redirect !== undefined || isPrivateHost(new URL(url).hostname) || isHuggingFace(url))
      return fetch(url, init);
    const halting = { ...init, redirect: 'manual' as const };
    const response = await fetch(url, halting);
    // A redirect of a request with a body is not followed: the body is for the asked address only.
    if (response.type !== 'opaqueredirect' || init.body !== undefined) return response;
    const end = await endOfRedirects(url, init.headers, init.signal ?? undefined);
    return end === 'left' ? response : fetch(end, halting);
  };
}
