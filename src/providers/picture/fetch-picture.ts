import {
  type Fault,
  MAX_IMAGE_BYTES,
  type PictureBytes,
  type ProviderError,
  sniffImageType,
} from '../../generation/index.ts';
import { publicAddress } from '../../web/addresses.ts';
import { discard, readBytes } from '../../web/read-body.ts';
import { abortable } from '../../web/wait.ts';
import { failure } from '../failure.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;
export type PictureFetched = ({ ok: true } & PictureBytes) | { ok: false; error: ProviderError };

/**
 * Fetches a picture that a service made from the address it gave, without any credential. When the address cannot be
 * read from here (no permission for its origin, broken connection), or not in time, the picture is paid for and still
 * there: the error carries its address, for the page to fetch it later. Rejects only with the reason of a signal that was
 * aborted for anything but the time.
 */
export async function fetchPicture(
  address: string,
  { fetch }: { fetch: Fetch },
  signal: AbortSignal,
): Promise<PictureFetched> {
  const url = publicAddress(address);
  if (!url) return notAPicture('picture-address-unusable');
  try {
    const sent = fetch(url.href, {
      headers: { Accept: 'image/*' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const response = await abortable(sent, signal);
    const landed = response.url === '' || publicAddress(response.url) !== undefined;
    if (!response.ok || !landed) {
      await discard(response);
      if (landed && passes(response.status)) return unreachable(url.href, response.status);
      return notAPicture('picture-not-there', response.status);
    }
    return await read(response, signal);
  } catch {
    if (isTimeout(signal.reason)) return late(url.href);
    signal.throwIfAborted();
    return unreachable(url.href);
  }
}

/** A moment of the address: the picture is still there, and asking another service would pay for it again. */
function passes(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function unreachable(pictureUrl: string, status?: number): PictureFetched {
  const message = 'The picture was made, but its address cannot be read from here';
  return { ok: false, error: failure('PICTURE_UNREACHABLE', message, { pictureUrl, status }) };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

function late(pictureUrl: string): PictureFetched {
  const message = 'The picture was made, but did not arrive in time';
  return { ok: false, error: failure('TIMEOUT', message, { pictureUrl }) };
}

async function read(response: Response, signal: AbortSignal): Promise<PictureFetched> {
  const body = await readBytes(response, { maxBytes: MAX_IMAGE_BYTES, signal });
  const type = body.ok ? sniffImageType(body.bytes) : undefined;
  if (body.ok && type) return { ok: true, bytes: body.bytes, type };
  const reason = body.ok ? 'not-a-picture' : body.reason;
  return notAPicture(reason === 'truncated' ? 'broke-off' : reason, response.status);
}

function notAPicture(fault: Fault, status?: number): PictureFetched {
  const message = 'The picture that the service made could not be fetched';
  return { ok: false, error: failure('SERVER_ERROR', message, { status, fault }) };
}
