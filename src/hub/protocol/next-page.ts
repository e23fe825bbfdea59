import type { Source } from '../types.ts';
import { nextTarget } from './link-header.ts';

/**
 * Where the next page of a list is, by the `Link` header of the page at `pageUrl`: always on the origin that was asked.
 * A mirror, or a hub behind a proxy, often links to another host, which it takes for its own: of such a link the query
 * is used, when it names the same list. `unusable` for any other link, undefined when there is none.
 */
export function nextPage(source: Source, header: string | null, pageUrl: string): string | undefined {
  const target = nextTarget(header);
  if (target === undefined) return undefined;
  const [page, link] = [URL.parse(pageUrl), URL.parse(target, pageUrl)];
  if (!page || !link || !/^https?:$/.test(link.protocol)) return 'unusable';
  const isSameList = listIn(link) !== undefined && listIn(link) === listIn(page);
  if (link.origin !== page.origin && !isSameList) return 'unusable';
  // Put together piece by piece: user names and fragments stay behind.
  const next = new URL(page.origin);
  // The same list below another path is the address that a hub behind a proxy has for itself.
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
