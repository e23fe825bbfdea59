import { DEFAULT_CONFIG } from '../../generation/index.ts';

/** The API address the user set instead of the default; undefined when they set none, null for what is no address. */
export function ownUrlOf(apiUrl: string | undefined): URL | null | undefined {
  const text = apiUrl?.trim() ?? '';
  if (text === '' || text === DEFAULT_CONFIG.huggingface.apiUrl) return undefined;
  const url = URL.parse(text);
  const usable = /^https?:$/.test(url?.protocol ?? '') && !url?.username && !url?.password;
  return usable ? url : null;
}

/** The model an address in the words of hf-inference names, so that the user learns what answered. */
export function modelInUrl(url: URL): string | undefined {
  const path = /\/models\/([^/]+\/[^/]+)\/?$/.exec(url.pathname)?.[1];
  try {
    return path && decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
