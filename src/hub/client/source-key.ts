import { baseUrl } from '../protocol/source-url.ts';
import type { Source } from '../types.ts';

const MOST_REMEMBERED = 100;

/**
 * A key made of a source's url, type and token, so that editing one of them makes it another source to the cache. The
 * key is a digest: the token cannot be read from it.
 */
export function createSourceKeys(): (source: Source) => Promise<string> {
  const remembered = new Map<string, Promise<string>>();
  return (source) => {
    const identity = JSON.stringify([baseUrl(source), source.type, source.token ?? '']);
    const known = remembered.get(identity);
    if (known) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const key = digest(identity);
    remembered.set(identity, key);
    return key;
  };
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes).subarray(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
