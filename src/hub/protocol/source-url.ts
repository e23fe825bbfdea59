import { withoutTrailingSlashes } from '../../web/addresses.ts';
import type { Provenance, Source } from '../types.ts';

/** Where a source lives, without a trailing slash, as `_source_url` shows it. */
export function baseUrl(source: Source): string {
  return withoutTrailingSlashes(source.url);
}

/** Whether a URL is on the source's own origin, the only place where its token may go and its word counts. */
export function isOwnOrigin(source: Source, url: string): boolean {
  const [own, other] = [URL.parse(source.url), URL.parse(url)];
  return own !== null && other !== null && own.origin === other.origin;
}

/** The tags that say where something came from. */
export function provenanceOf(source: Source): Provenance {
  return { _source: source.id, _source_url: baseUrl(source) };
}
