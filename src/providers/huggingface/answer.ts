import { type Fault, type PictureBytes, redact } from '../../generation/index.ts';
import { failure } from '../failure.ts';
import { decodePicture } from '../picture/decode-picture.ts';
import { fetchPicture } from '../picture/fetch-picture.ts';
import { type Fetch, type Received, withoutPicture } from './exchange.ts';
import type { Failed } from './http-failure.ts';
import { findJsonPicture } from './json-picture.ts';
import { saysRefused } from './moderation.ts';
import { sentence } from './sentences.ts';
import { serviceWords } from './service-words.ts';

/** What came of asking one route. */
export type Answer = { ok: true; status: number; picture: PictureBytes; seed?: number | undefined } | Failed;

interface Parts {
  fetch: Fetch;
  secrets: readonly string[];
  signal: AbortSignal;
}

export interface AnswerReader {
  /** The picture in a 2xx answer. A service's error inside a 200 is an error. */
  read(received: Received): Promise<Answer>;
  /** A service's own "failed", told with status 200. */
  failed(json: unknown): Failed;
}

/** Reads pictures out of answers, fetching them where only their address came: without any credential. */
export function createAnswerReader({ fetch, secrets, signal }: Parts): AnswerReader {
  function failed(json: unknown, fault: Fault = 'job-failed'): Failed {
    const words = serviceWords(json);
    const code = saysRefused(words) ? 'CONTENT_REFUSED' : 'SERVER_ERROR';
    const detail = redact(words, secrets) || undefined;
    return {
      ok: false,
      error: failure(code, sentence(code), { status: 200, detail, fault: detail ? undefined : fault }),
    };
  }

  async function read({ status, content }: Received): Promise<Answer> {
    if ('picture' in content) return { ok: true, status, picture: content.picture };
    const found = findJsonPicture(content.json);
    if (found.refused)
      return { ok: false, error: failure('CONTENT_REFUSED', sentence('CONTENT_REFUSED'), { status: 200 }) };
    if (found.picture === undefined) return failed(content.json, 'no-picture');
    const { picture: text, seed } = found;
    const fetched = await pictureOf(text);
    return 'error' in fetched ? fetched : { ok: true, status, picture: fetched, seed };
  }

  async function pictureOf(text: string): Promise<PictureBytes | Failed> {
    if (!/^https?:/i.test(text)) return decodePicture(text) ?? withoutPicture('no-picture', 200);
    // An address that repeats the token would carry it to a stranger.
    if (secrets.some((secret) => text.includes(secret)))
      return withoutPicture('picture-address-unusable', 200);
    const fetched = await fetchPicture(text, { fetch }, signal);
    return fetched.ok ? { bytes: fetched.bytes, type: fetched.type } : fetched;
  }

  return { read, failed };
}
