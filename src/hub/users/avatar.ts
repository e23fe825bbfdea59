import { publicAddress } from '../../web/addresses.ts';
import { sniffAvatarType } from '../../web/image-type.ts';
import type { Answer } from '../answers/answer.ts';
import type { Ask } from '../client/client.ts';
import { BYTE_LIMITS } from '../protocol/byte-limits.ts';
import type { Question } from '../protocol/question.ts';
import { isObject } from '../protocol/shapes.ts';
import { baseUrl, isOwnOrigin } from '../protocol/source-url.ts';
import { apiUrl } from '../protocol/urls.ts';
import type { Source } from '../types.ts';
import { askForProfile } from './profile.ts';

/** Asks a source for a user's picture. Hugging Face's profile holds its address, which is fetched without the token. */
export async function askForAvatar(
  ask: Ask,
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<Answer> {
  if (source.type === 'kohakuhub') {
    return ask(source, pictureQuestion(apiUrl(source, `users/${encodeURIComponent(name)}/avatar`)), signal);
  }
  const { body, ...profile } = await askForProfile(ask, source, name, signal);
  if (body === undefined) return profile;
  const address = isObject(body) ? body.avatarUrl : undefined;
  if (typeof address !== 'string') return { ...profile, verdict: 'absent' };
  const url = pictureUrl(source, address);
  if (!url)
    return {
      ...profile,
      verdict: 'invalid',
      reason: 'unsafe-address',
    };
  return ask(source, { ...pictureQuestion(url), anyHost: true }, signal);
}

function pictureQuestion(url: string): Question {
  return { url, isExpected: isPicture, limitBytes: BYTE_LIMITS.picture, format: 'bytes' };
}

function isPicture(body: unknown): boolean {
  return body instanceof Uint8Array && sniffAvatarType(body) !== undefined;
}

/**
 * An avatar's address if it may be fetched, being on the hub's own origin or public; else undefined. A hub on
 * the internet must not make us ask hosts in the user's network.
 */
function pictureUrl(source: Source, address: string): string | undefined {
  const url = URL.parse(address, `${baseUrl(source)}/`);
  if (!url) return undefined;
  const isOwn = /^https?:$/.test(url.protocol) && isOwnOrigin(source, url.href);
  return isOwn ? url.href : publicAddress(url.href)?.href;
}
