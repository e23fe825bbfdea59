import type { Fetch, Source } from '../../hub/index.ts';
import { originOf } from '../../settings/index.ts';
import { hubSources, type Snapshot } from './snapshot.ts';

/** No status of HTTP: an answer of ours that says nothing of the source, and does not let it rest. */
const NOT_ASKED = 499;

/**
 * A hub's way to the network that looks at each request once more: a source that was removed, moved or switched off, or
 * whose permission or token was taken back since the hub was built, gets no further request. `latest` is the state as it was
 * last read; every change of settings reads it.
 */
export function askWhileListed(
  fetch: Fetch,
  sources: readonly Source[],
  latest: () => Snapshot | undefined,
): Fetch {
  return async (url, init) => {
    const authorization = new Headers(init?.headers).get('authorization');
    const asked = sources.filter(
      (source) =>
        originOf(source.url) === originOf(url) &&
        (authorization === null || authorization === `Bearer ${source.token}`),
    );
    const now = latest();
    // Avatars may lie anywhere: what belongs to no source is not a source's request.
    if (now && asked.length > 0 && !asked.some((source) => isListed(source, now)))
      return new Response(null, { status: NOT_ASKED });
    return fetch(url, init);
  };
}

function isListed(source: Source, now: Snapshot): boolean {
  return hubSources(now).some(
    ({ id, url, enabled, token }) =>
      id === source.id && url === source.url && enabled && token === source.token,
  );
}
