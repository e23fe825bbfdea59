/** An address a picture can be asked from: https anywhere, http on this machine only; no credentials in it. */
export function isApiUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
}

/** Puter's own ids have other shapes (`togetherai:owner/name`, `@cf/owner/name`); only what cannot be one is refused. */
export function isPuterModel(text: string): boolean {
  return /^[\w@][\w@./:-]{0,150}$/.test(text) && !text.includes('://') && !text.includes('..');
}

/** An address of a hub, as far as this room can tell: the hub room says more when one is added. */
export function isHubAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}
