import { withoutTrailingSlashes } from '../../web/addresses.ts';
import type { Provenance, Source } from '../types.ts';

/** Where a source lives, without a trailing slash, as `_source_url` shows it. */
export function baseUrl(source: Source): string {
  return withoutTrailingSlashes(source.url);
}

/** Whether a URL is on the source's own origin: only there is its token sent, and only answers from there are trusted. */
export function isOwnOrigin(source: Source, url: string): boolean {
  const [own, other] = [URL.parse(source.url), URL.parse(url)];
  return own !== null && other !== null && own.origin === other.origin;
}

/** The tags that name the source of something. */
export function provenanceOf(source: Source): Provenance {
  return { _source: source.id, _source_url: baseUrl(source) };
}
