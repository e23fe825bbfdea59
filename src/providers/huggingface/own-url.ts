import { isOwnApiUrl } from '../../generation/index.ts';

/** The API URL the user set instead of the default; undefined when they set none, null when it is not a URL. */
export function ownUrlOf(apiUrl = ''): URL | null | undefined {
  if (!isOwnApiUrl(apiUrl)) return undefined;
  const url = URL.parse(apiUrl.trim());
  const usable = /^https?:$/.test(url?.protocol ?? '') && !url?.username && !url?.password;
  return usable ? url : null;
}

/** The model in an hf-inference address, to show which model answered. */
export function modelInUrl(url: URL): string | undefined {
  const path = /\/models\/([^/]+\/[^/]+)\/?$/.exec(url.pathname)?.[1];
  try {
    return path && decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
