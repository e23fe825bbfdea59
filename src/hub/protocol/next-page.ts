import type { Source } from '../types.ts';
import { nextTarget } from './link-header.ts';

/**
 * Where the next page of a list is, by the `Link` header of the page at `pageUrl`: always on the origin that was asked.
 * A mirror, or a hub behind a proxy, often links to where it believes to live: of such a link the query is taken, when
 * it names the same list. `unusable` for a link that leads nowhere, undefined where there is none.
 */
export function nextPage(source: Source, header: string | null, pageUrl: string): string | undefined {
  const target = nextTarget(header);
  if (target === undefined) return undefined;
  const [page, link] = [URL.parse(pageUrl), URL.parse(target, pageUrl)];
  if (!page || !link || !/^https?:$/.test(link.protocol)) return 'unusable';
  const isOwn = link.origin === page.origin;
  if (!isOwn && listIn(link) !== listIn(page)) return 'unusable';
  // Put together piece by piece: user names and fragments stay behind.
  const next = new URL(page.origin);
  next.pathname = isOwn ? link.pathname : page.pathname;
  next.search = link.search;
  // A KohakuHub's link need not repeat that it is to answer for itself alone.
  if (source.type === 'kohakuhub') next.searchParams.set('fallback', 'false');
  return next.href;
}

/** What a URL lists: its path from `/api/` on, whatever a proxy puts before it. Undefined when it is no list. */
function listIn({ pathname }: URL): string | undefined {
  const start = pathname.indexOf('/api/');
  if (start === -1) return undefined;
  try {
    return decodeURIComponent(pathname.slice(start));
  } catch {
    return undefined;
  }
}
