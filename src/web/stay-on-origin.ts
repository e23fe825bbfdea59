import { isPrivateHost } from './addresses.ts';
import { isHuggingFace } from './hugging-face.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/**
 * Where the redirects of an address end as long as they stay on its origin: an address there; `left` when one leads
 * elsewhere, which is not asked. Rejects when there is no answer.
 */
export type EndOfRedirects = (
  url: string,
  headers: HeadersInit | undefined,
  signal: AbortSignal | undefined,
) => Promise<string | 'left'>;

/**
 * A `fetch` for hubs, which follows redirects on the asked origin alone: a stranger must not send us into the user's own
 * network. A browser follows them all or none, and shows nobody where one leads, so that those that stay are followed by
 * `endOfRedirects`. One that leaves is handed back as it is, with status 0. A hub in the user's own network may redirect,
 * and so may huggingface.co.
 */
export function createStayingFetch(fetch: Fetch, endOfRedirects: EndOfRedirects): Fetch {
  return async (url, init = {}) => {
    if (init.redirect !== undefined || isPrivateHost(new URL(url).hostname) || isHuggingFace(url))
      return fetch(url, init);
    const halting = { ...init, redirect: 'manual' as const };
    const response = await fetch(url, halting);
    // What is posted to a hub is sent to the one address.
    if (response.type !== 'opaqueredirect' || init.body !== undefined) return response;
    const end = await endOfRedirects(url, init.headers, init.signal ?? undefined);
    return end === 'left' ? response : fetch(end, halting);
  };
}
