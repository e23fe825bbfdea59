/** An address a picture can be asked from: https anywhere, http on this machine only; no credentials in it. */
export function isApiUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
}

/** Whether a text may be one of Puter's model ids, which have several forms (`togetherai:owner/name`, `@cf/owner/name`). */
export function isPuterModel(text: string): boolean {
  return /^[\w@][\w@./:-]{0,150}$/.test(text) && !text.includes('://') && !text.includes('..');
}

/** A rough check of a hub's address; the hub room checks more when a source is added. */
export function isHubAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}
