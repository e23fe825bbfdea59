import { isPrivateHost } from './private-host.ts';

export type SourceUrl =
  | { url: string; origin: string; problem?: undefined }
  | { problem: 'empty' | 'not-a-url' | 'scheme' | 'plain-http-public' | 'credentials' | 'query' };

/**
 * The URL of a hub in what somebody typed: without trailing slashes, without the trailing dot of a host name. A path is
 * kept, since mirrors live below one. Plain `http` is for loopback and private addresses alone.
 */
export function parseSourceUrl(text: string): SourceUrl {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'empty' };
  const url = URL.parse(trimmed);
  if (!url) return { problem: 'not-a-url' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'scheme' };
  if (url.username !== '' || url.password !== '') return { problem: 'credentials' };
  if (/[?#]/.test(trimmed)) return { problem: 'query' };

  const host = url.hostname.replace(/\.+$/, '');
  // Chromium takes spaces and quotes for part of a host name.
  if (!/^[\w.:[\]-]+$/.test(host)) return { problem: 'not-a-url' };
  url.hostname = host;
  if (url.protocol === 'http:' && !isPrivateHost(host)) return { problem: 'plain-http-public' };
  return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), origin: url.origin };
}
