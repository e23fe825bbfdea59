import { type Fault, MAX_IMAGE_BYTES, type PictureBytes, sniffImageType } from '../../generation/index.ts';
import { readBytes } from '../../web/read-body.ts';
import { sendOnce } from '../../web/send-once.ts';
import { abortable } from '../../web/wait.ts';
import { failure } from '../failure.ts';
import { type Decode, openPicture } from '../picture/open-picture.ts';
import { type Failed, httpFailure } from './http-failure.ts';
import { sentence } from './sentences.ts';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The largest JSON answer: a picture in base64, which is a third longer than its bytes. */
const MAX_JSON_BYTES = 35 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;

/** The content of a 2xx answer: a picture or JSON, decided by the bytes and not by the Content-Type. */
export interface Received {
  status: number;
  content: { picture: PictureBytes } | { json: unknown };
}
export type Exchanged = ({ ok: true } & Received) | Failed;

interface Parts {
  fetch: Fetch;
  /** The credential that may go to this address, if any. */
  bearerFor: (url: URL) => string | undefined;
  secrets: readonly string[];
  now: () => number;
  signal: AbortSignal;
  decode?: Decode | undefined;
  /** Bodies are sent as streams, which a browser cannot resend by itself. */
  streams?: boolean | undefined;
}

export type Exchange = (
  url: URL,
  request: { method: 'GET' | 'POST' | 'PUT'; body?: unknown; headers?: Record<string, string> },
) => Promise<Exchanged>;

/**
 * Sends one request, reads the whole answer and classifies it. Redirects are refused, so that no credential goes to
 * another address; nothing is sent twice. Rejects only with the signal's reason.
 */
export function createExchange({ fetch, bearerFor, secrets, now, signal, decode, streams }: Parts): Exchange {
  return async (url, { method, body, headers }) => {
    signal.throwIfAborted();
    const bearer = bearerFor(url);
    let response: Response;
    try {
      const init = {
        method,
        headers: {
          ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal,
      } satisfies RequestInit;
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent =
        text !== undefined && streams
          ? sendOnce(fetch, url.href, init, text)
          : fetch(url.href, { ...init, ...(text !== undefined && { body: text }) });
      response = await abortable(sent, signal);
    } catch {
      signal.throwIfAborted();
      return { ok: false, error: failure('NETWORK_ERROR', sentence('NETWORK_ERROR')) };
    }
    if (response.ok) return readContent(response, decode, signal);
    return httpFailure(response, await errorBody(response, signal), { secrets, nowMs: now() });
  };
}

async function readContent(
  response: Response,
  decode: Decode | undefined,
  signal: AbortSignal,
): Promise<Exchanged> {
  const { status } = response;
  const labelledJson = /json/i.test(response.headers.get('content-type') ?? '');
  const maxBytes = labelledJson ? MAX_JSON_BYTES : MAX_IMAGE_BYTES;
  let body: Awaited<ReturnType<typeof readBytes>>;
  try {
    body = await readBytes(response, { maxBytes, signal });
  } catch {
    signal.throwIfAborted();
    body = { ok: false, reason: 'truncated' };
  }
  // 206 is a partial answer, which was not requested.
  if (!body.ok || status === 206)
    return withoutPicture(!body.ok && body.reason === 'too-large' ? 'too-large' : 'broke-off', status);
  if (sniffImageType(body.bytes)) {
    const opened = await openPicture(body.bytes, { decode, signal });
    if (opened.ok) return { ok: true, status, content: { picture: opened.picture } };
    return withoutPicture(opened.fault, status);
  }
  try {
    return { ok: true, status, content: { json: JSON.parse(new TextDecoder().decode(body.bytes)) } };
  } catch {
    return withoutPicture('no-picture', status);
  }
}

/** The failure for a 2xx answer without a picture. DESIGN.md ("Fallback rules"): the next provider is asked. */
export function withoutPicture(fault: Fault, status?: number): Failed {
  return { ok: false, error: failure('SERVER_ERROR', sentence('SERVER_ERROR'), { status, fault }) };
}

/** The JSON of an error body, or its text; empty when it cannot be read. */
async function errorBody(response: Response, signal: AbortSignal): Promise<unknown> {
  try {
    const body = await readBytes(response, { maxBytes: MAX_ERROR_BYTES, signal });
    if (!body.ok) return '';
    const text = new TextDecoder().decode(body.bytes);
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  } catch {
    signal.throwIfAborted();
    return '';
  }
}
