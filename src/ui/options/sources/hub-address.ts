import type { ProblemCode } from '../../../messages/index.ts';

export type HubAddress = { url: string } | { problem: ProblemCode };

/**
 * What was typed as a hub's address. It has to be understood inside the click, because permission for its origin is
 * asked there, before any answer from the background; the background checks it again before it believes it.
 */
export function readHubAddress(text: string): HubAddress {
  const typed = text.trim();
  if (typed === '') return { problem: 'SOURCE_URL_EMPTY' };
  const url = URL.parse(withScheme(typed));
  // Chromium takes spaces and quotes for part of a host name.
  if (url === null || !/^[\w.:[\]-]+$/.test(url.hostname)) return { problem: 'SOURCE_URL_INVALID' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'SOURCE_URL_SCHEME' };
  if (url.username !== '' || url.password !== '') return { problem: 'SOURCE_URL_CREDENTIALS' };
  if (url.search !== '' || url.hash !== '') return { problem: 'SOURCE_URL_QUERY' };
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.+$/, '');
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) return { problem: 'SOURCE_URL_PLAIN_HTTP' };
  return { url: url.href.replace(/\/+$/, '') };
}

/** `localhost:28080` is an address, not the scheme `localhost:`; hubs on one's own machine seldom speak TLS. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) return typed;
  const host = URL.parse(`http://${typed}`)?.hostname ?? '';
  return `${isPrivateHost(host) ? 'http' : 'https'}://${typed}`;
}

/** Loopback and private addresses. The URL parser has already turned 0x7f.1 and the like into 127.0.0.1. */
export function isPrivateHost(hostname: string): boolean {
  return (
    /^(?:.+\.)?localhost$/.test(hostname) ||
    /^(?:127|10)(?:\.\d+){3}$/.test(hostname) ||
    /^192\.168\.\d+\.\d+$/.test(hostname) ||
    /^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(hostname) ||
    /^\[(?:::1|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/.test(hostname)
  );
}
