import {
  type Fault,
  MAX_IMAGE_BYTES,
  type PictureBytes,
  type ProviderError,
} from '../../generation/index.ts';
import { publicAddress } from '../../web/addresses.ts';
import { isTimeout } from '../../web/deadline.ts';
import { discard, readBytes } from '../../web/read-body.ts';
import { abortable, type Delay } from '../../web/wait.ts';
import { failure } from '../failure.ts';
import { type Decode, openPicture } from './open-picture.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;
export type PictureFetched = ({ ok: true } & PictureBytes) | { ok: false; error: ProviderError };

interface Parts {
  fetch: Fetch;
  decode?: Decode | undefined;
  /** Waits between tries, for an address that was just handed out: the picture may not be there yet. Left out: one try. */
  delay?: Delay | undefined;
}

/** Pauses before each further try. */
const PAUSES_MS = [1_000, 2_000, 4_000];

/**
 * Fetches a picture from the address that a service gave, without any credential. The picture is paid for: when its address cannot
 * be read now (no permission for its origin, broken connection, not there yet) or not in time, the error has the address
 * (`pictureUrl`), so that the picture can be fetched later. Rejects only when `signal` is aborted for another reason than the
 * time limit, with that reason.
 */
export async function fetchPicture(
  address: string,
  { fetch, decode, delay }: Parts,
  signal: AbortSignal,
): Promise<PictureFetched> {
  const url = publicAddress(address);
  if (!url) return notAPicture('picture-address-unusable');
  const pauses = delay ? [...PAUSES_MS] : [];
  try {
    for (;;) {
      const tried = await tryOnce(url, { fetch, decode }, signal);
      const pauseMs = tried.mayPass ? pauses.shift() : undefined;
      if (pauseMs === undefined || !delay) return tried.outcome;
      await delay(pauseMs, signal);
    }
  } catch {
    if (isTimeout(signal.reason)) return late(url.href);
    signal.throwIfAborted();
    return unreachable(url.href);
  }
}

interface Tried {
  outcome: PictureFetched;
  /** The picture may be at the same address a moment later. */
  mayPass: boolean;
}

async function tryOnce(
  url: URL,
  { fetch, decode }: Omit<Parts, 'delay'>,
  signal: AbortSignal,
): Promise<Tried> {
  const sent = fetch(url.href, {
    headers: { Accept: 'image/*' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
  const response = await abortable(sent, signal);
  const { status } = response;
  // A redirect's target is known only after it was followed. An answer from a private network is not used.
  if (response.url !== '' && publicAddress(response.url) === undefined) {
    discard(response);
    return { outcome: notAPicture('picture-address-unusable', status), mayPass: false };
  }
  if (!response.ok) {
    discard(response);
    const mayPass = comesLater(status);
    return {
      outcome: mayPass ? unreachable(url.href, status) : notAPicture('picture-not-there', status),
      mayPass,
    };
  }
  const body = await readBytes(response, { maxBytes: MAX_IMAGE_BYTES, signal });
  if (!body.ok && body.reason === 'too-large')
    return { outcome: notAPicture('too-large', status), mayPass: false };
  // 206 is a partial answer, which was not requested: it counts as cut off.
  const opened =
    body.ok && status !== 206
      ? await openPicture(body.bytes, { decode, signal })
      : ({ ok: false, fault: 'broke-off' } as const);
  if (opened.ok) return { outcome: { ok: true, ...opened.picture }, mayPass: false };
  const mayPass = opened.fault === 'broke-off';
  return {
    outcome: mayPass ? unreachable(url.href, status, 'broke-off') : notAPicture(opened.fault, status),
    mayPass,
  };
}

/**
 * Whether the failure may be temporary: the file is not there yet, or the server is busy. Then the picture counts as unreachable
 * and not as failed, since asking another service would mean paying for the same picture again.
 */
function comesLater(status: number): boolean {
  return [401, 403, 404, 408, 425, 429].includes(status) || status >= 500;
}

function unreachable(pictureUrl: string, status?: number, fault?: Fault): PictureFetched {
  const message = 'The picture was made, but its address cannot be read from here';
  return { ok: false, error: failure('PICTURE_UNREACHABLE', message, { pictureUrl, status, fault }) };
}

function late(pictureUrl: string): PictureFetched {
  const message = 'The picture was made, but did not arrive in time';
  return { ok: false, error: failure('TIMEOUT', message, { pictureUrl }) };
}

function notAPicture(fault: Fault, status?: number): PictureFetched {
  const message = 'The picture that the service made could not be fetched';
  return { ok: false, error: failure('SERVER_ERROR', message, { status, fault }) };
}
