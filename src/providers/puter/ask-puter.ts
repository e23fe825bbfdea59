import { MAX_IMAGE_BYTES, type ProviderError } from '../../generation/index.ts';
import { discard, readBytes } from '../../web/read-body.ts';
import { factsInBody } from '../meaning/body-facts.ts';
import { waitOf } from '../meaning/wait.ts';
import { readAnswer, readRefusal } from './answer.ts';
import { classifyRefusal } from './classify-refusal.ts';
import { puterFailure } from './puter-failure.ts';
import type { SdkRequest } from './xml-http-request.ts';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface Line {
  fetch: Fetch;
  now: () => number;
  /** The user's token. It is removed from every text that Puter answers with. */
  token: string;
  signal: AbortSignal;
}

const DRIVER_CALL = 'https://api.puter.com/drivers/call';
/** The longest answer: the largest picture in base64, and 64 KiB for the JSON around it. */
const MAX_ANSWER_BYTES = Math.ceil(MAX_IMAGE_BYTES / 3) * 4 + 65_536;
const MAX_REFUSAL_BYTES = 65_536;

type Outcome = { ok: true; answer: Blob } | { ok: false; error: ProviderError };

/**
 * Sends puter.js's request, if it is a driver call; any other request is refused. No cookies or referrer are sent and no redirect
 * is followed, since the token is in the body. Classifies the answer. Never rejects.
 */
export async function askPuter(request: SdkRequest, line: Line): Promise<Outcome> {
  if (request.url !== DRIVER_CALL || request.method !== 'POST')
    return failed(puterFailure('UNKNOWN', { fault: 'client-misbehaved' }));
  try {
    const response = await line.fetch(DRIVER_CALL, {
      method: 'POST',
      // The server compares this type literally. It is a CORS-simple type, so it needs no preflight and no host permission.
      headers: { 'Content-Type': 'text/plain;actually=json' },
      body: request.body,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: line.signal,
    });
    return response.ok ? await picture(response, line) : failed(await refusal(response, line));
  } catch {
    // The thrown value is dropped: it is not needed, and may hold the request with the token.
    return failed(puterFailure('NETWORK_ERROR'));
  }
}

async function picture(response: Response, { token, signal }: Line): Promise<Outcome> {
  const body = await readBytes(response, { maxBytes: MAX_ANSWER_BYTES, signal });
  if (!body.ok && body.reason === 'truncated') return failed(puterFailure('NETWORK_ERROR'));
  if (!body.ok) return failed(puterFailure('SERVER_ERROR', { fault: 'too-large' }));
  const answer = readAnswer(body.bytes);
  if (answer.picture) return { ok: true, answer: answer.picture };
  if (answer.refusal) return failed(classifyRefusal(answer.refusal, token));
  return failed(puterFailure('SERVER_ERROR', { fault: 'no-picture' }));
}

async function refusal(response: Response, { token, now, signal }: Line): Promise<ProviderError> {
  const { status, headers } = response;
  const body = await readBytes(response, { maxBytes: MAX_REFUSAL_BYTES, signal }).catch(() => undefined);
  if (!body) await discard(response);
  const words: ReturnType<typeof readRefusal> = body?.ok
    ? readRefusal(new TextDecoder().decode(body.bytes))
    : {};
  const retryAfter = waitOf(headers, now(), words.facts ?? factsInBody(undefined));
  return classifyRefusal({ ...words, status, retryAfter }, token);
}

function failed(error: ProviderError): Outcome {
  return { ok: false, error };
}
