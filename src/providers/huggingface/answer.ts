import { type Fault, type PictureBytes, redact } from '../../generation/index.ts';
import type { Delay } from '../../web/wait.ts';
import { failure } from '../failure.ts';
import { factsInBody } from '../meaning/body-facts.ts';
import { meaningOf } from '../meaning/meaning.ts';
import { bytesInText } from '../picture/bytes-in-text.ts';
import { fetchPicture } from '../picture/fetch-picture.ts';
import { type Decode, openPicture } from '../picture/open-picture.ts';
import { type Fetch, type Received, withoutPicture } from './exchange.ts';
import type { Failed } from './http-failure.ts';
import { findJsonPicture } from './json-picture.ts';
import { sentence } from './sentences.ts';
import { serviceWords } from './service-words.ts';

/** The result of asking one route. */
export type Answer = { ok: true; status: number; picture: PictureBytes; seed?: number | undefined } | Failed;

interface Parts {
  fetch: Fetch;
  secrets: readonly string[];
  signal: AbortSignal;
  decode?: Decode | undefined;
  delay?: Delay | undefined;
  /** Called with a paid picture's address before it is fetched. Never rejects. */
  pictureAt?: ((url: string) => Promise<void>) | undefined;
}

export interface AnswerReader {
  /** Reads the picture in a 2xx answer. An error that a service reports with status 200 is a failure. */
  read(received: Received): Promise<Answer>;
  /** The failure for the JSON of an answer with status 200 in which a service reports that it failed. */
  failed(json: unknown): Failed;
}

/** Reads pictures out of answers. When an answer holds only a picture's address, it is fetched without any credential. */
export function createAnswerReader(parts: Parts): AnswerReader {
  const { secrets, signal, decode } = parts;

  function failed(json: unknown, fault: Fault = 'job-failed'): Failed {
    const { code, shouldFallback } = meaningOf(200, factsInBody(json));
    const detail = redact(serviceWords(json), secrets) || undefined;
    const more = { status: 200, shouldFallback, detail, fault: detail ? undefined : fault };
    return { ok: false, error: failure(code, sentence(code), more) };
  }

  async function read({ status, content }: Received): Promise<Answer> {
    if ('picture' in content) return { ok: true, status, picture: content.picture };
    const { refused, picture: text, seed } = findJsonPicture(content.json);
    if (refused) {
      const detail = redact(serviceWords(content.json), secrets) || undefined;
      const more = { status: 200, detail };
      return { ok: false, error: failure('CONTENT_REFUSED', sentence('CONTENT_REFUSED'), more) };
    }
    if (text === undefined) return failed(content.json, 'no-picture');
    const found = await pictureOf(text);
    return 'error' in found ? found : { ok: true, status, picture: found, seed };
  }

  async function pictureOf(text: string): Promise<PictureBytes | Failed> {
    if (/^https?:/i.test(text)) return pictureAt(text);
    const bytes = bytesInText(text);
    if (!bytes) return withoutPicture('no-picture', 200);
    const opened = await openPicture(bytes, { decode, signal });
    return opened.ok ? opened.picture : withoutPicture(opened.fault, 200);
  }

  async function pictureAt(address: string): Promise<PictureBytes | Failed> {
    // An address that contains the token would send it to another server.
    if (secrets.some((secret) => address.includes(secret)))
      return withoutPicture('picture-address-unusable', 200);
    await parts.pictureAt?.(address);
    const fetched = await fetchPicture(address, parts, signal);
    return fetched.ok ? { bytes: fetched.bytes, type: fetched.type } : fetched;
  }

  return { read, failed };
}
