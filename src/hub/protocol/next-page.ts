import type { Source } from '../types.ts';
import { nextTarget } from './link-header.ts';

/**
 * The address of the next page of a list, from the `Link` header of the page at `pageUrl`: always on the
 * origin that was asked. A mirror, or a hub behind a proxy, often links to another host, which it takes for
 * its own: when such a link names the same list, its query is used. `unusable` for any other link, undefined
 * when there is none.
 */
export function nextPage(source: Source, header: string | null, pageUrl: string): string | undefined {
  const target = nextTarget(header);
  if (target === undefined) return undefined;
  const [page, link] = [URL.parse(pageUrl), URL.parse(target, pageUrl)];
  if (!page || !link || !/^https?:$/.test(link.protocol)) return 'unusable';
  const isSameList = listIn(link) !== undefined && listIn(link) === listIn(page);
  if (link.origin !== page.origin && !isSameList) return 'unusable';
  // Put together piece by piece, so that user names and fragments are left out.
  const next = new URL(page.origin);
  // A link to the same list below another path is the address that a hub behind a proxy has for itself: the
  // asked path is kept.
  next.pathname = isSameList ? page.pathname : link.pathname;
  next.search = link.search;
  // A KohakuHub's link may leave out `fallback=false`, so it is set again.
  if (source.type === 'kohakuhub') next.searchParams.set('fallback', 'false');
  return next.href;
}

/** The list a URL names: its path from `/api/` on, without what a proxy puts before that. Undefined for any other URL. */
function listIn({ pathname }: URL): string | undefined {
  const start = pathname.indexOf('/api/');
  if (start === -1) return undefined;
  try {
    return decodeURIComponent(pathname.slice(start)).toLowerCase();
  } catch {
    return undefined;
  }
}
