import { isPrivateHost, withoutTrailingSlashes } from '../../web/addresses.ts';

export type SourceUrlProblem =
  | 'empty'
  | 'not-a-url'
  | 'scheme'
  | 'plain-http-public'
  | 'credentials'
  | 'query';
export type SourceUrl = { url: string; origin: string; problem?: undefined } | { problem: SourceUrlProblem };

/**
 * The URL of a hub in what somebody typed: without trailing slashes, without the trailing dot of a host name.
 * A path is kept, since mirrors live below one. Plain `http` is for loopback and private addresses alone;
 * such an address also gets it when no scheme was typed, since hubs in private networks seldom speak TLS.
 */
export function parseSourceUrl(text: string): SourceUrl {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'empty' };
  const url = URL.parse(withScheme(trimmed));
  if (!url) return { problem: 'not-a-url' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'scheme' };
  if (url.username !== '' || url.password !== '') return { problem: 'credentials' };
  if (/[?#]/.test(trimmed)) return { problem: 'query' };

  const host = url.hostname.replace(/\.$/, '');
  // Chromium accepts spaces and quotes in a host name.
  if (!/^[\w.:[\]-]+$/.test(host)) return { problem: 'not-a-url' };
  url.hostname = host;
  if (url.protocol === 'http:' && !isPrivateHost(host)) return { problem: 'plain-http-public' };
  return { url: withoutTrailingSlashes(`${url.origin}${url.pathname}`), origin: url.origin };
}

/** `localhost:28080` is an address, not the scheme `localhost:`. */
function withScheme(text: string): string {
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/:]+:\d+(?:\/|$)/.test(text);
  if (hasScheme) return text;
  const host = URL.parse(`http://${text}`)?.hostname ?? '';
  return `${isPrivateHost(host) ? 'http' : 'https'}://${text}`;
}
