import { redact } from '../../generation/index.ts';
import { failure } from '../failure.ts';
import { decodePicture } from '../picture/decode-picture.ts';
import { fetchPicture } from '../picture/fetch-picture.ts';
import type { Picture } from '../picture/picture.ts';
import { type Fetch, type Received, withoutPicture } from './exchange.ts';
import type { Failed } from './http-failure.ts';
import { findJsonPicture } from './json-picture.ts';
import { saysRefused } from './moderation.ts';
import { sentence } from './sentences.ts';
import { serviceWords } from './service-words.ts';

/** What came of asking one route. */
export type Answer = { ok: true; status: number; picture: Picture; seed?: number | undefined } | Failed;

interface Parts {
  fetch: Fetch;
  secrets: readonly string[];
  signal: AbortSignal;
}

export interface AnswerReader {
  /** The picture in a 2xx answer. A service's error inside a 200 is an error. */
  read(received: Received): Promise<Answer>;
  /** A service's own "failed", told with status 200. */
  failed(words: string): Failed;
}

/** Reads pictures out of answers, fetching them where only their address came: without any credential. */
export function createAnswerReader({ fetch, secrets, signal }: Parts): AnswerReader {
  function failed(words: string): Failed {
    const code = saysRefused(words) ? 'CONTENT_REFUSED' : 'SERVER_ERROR';
    const detail = redact(words, secrets) || undefined;
    return { ok: false, error: failure(code, sentence(code), { status: 200, detail }) };
  }

  async function read({ status, content }: Received): Promise<Answer> {
    if ('picture' in content) return { ok: true, status, picture: content.picture };
    const found = findJsonPicture(content.json);
    if (found.refused) return failed('NSFW content was flagged');
    if (found.picture === undefined)
      return failed(serviceWords(content.json) || 'The answer holds no picture');
    const { picture: text, seed } = found;
    const fetched = await pictureOf(text);
    return 'error' in fetched ? fetched : { ok: true, status, picture: fetched, seed };
  }

  async function pictureOf(text: string): Promise<Picture | Failed> {
    if (!/^https?:/i.test(text))
      return decodePicture(text) ?? withoutPicture('The answer holds no picture', 200);
    // An address that repeats the token would carry it to a stranger.
    if (secrets.some((secret) => text.includes(secret)))
      return withoutPicture('The service named no usable picture address', 200);
    const fetched = await fetchPicture(text, { fetch }, signal);
    return fetched.ok ? { bytes: fetched.bytes, type: fetched.type } : fetched;
  }

  return { read, failed };
}
