import { isPrivateHost } from '../../web/addresses.ts';
import { startDeadline } from '../../web/deadline.ts';
import { discard, parseJson, readBytes } from '../../web/read-body.ts';
import { abortable } from '../../web/wait.ts';
import type { Fetch } from '../types.ts';

/** The largest answer that is read, in bytes: a hub's answers to these questions are small. */
const MAX_ANSWER_BYTES = 1_000_000;

export interface Asking {
  fetch: Fetch;
  timeoutMs: number;
  token?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * How redirects are treated. With a token a redirect is an error. A host in a private network may redirect.
 * Elsewhere a redirect is not followed, but shows that a server answers.
 */
function redirectMode({ hostname }: URL, token: string | undefined): RequestRedirect {
  if (token !== undefined) return 'error';
  return isPrivateHost(hostname) ? 'follow' : 'manual';
}

/**
 * Asks an address of a hub for JSON: the status, and the body of a success that came from the asked origin. A
 * redirect is refused, so that no stranger sends the request into the user's own network and no token travels
 * on. A hub that is in a private network itself may redirect a question without a token, and its answer
 * counts when it comes from the asked origin. Never rejects: without a status there was no answer.
 */
export async function askJson(
  url: string,
  { fetch, timeoutMs, token, signal }: Asking,
): Promise<{ status?: number; body?: unknown }> {
  let status: number | undefined;
  const deadline = startDeadline(timeoutMs, signal);
  try {
    const asked = new URL(url);
    const sent = fetch(url, {
      headers: {
        Accept: 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: redirectMode(asked, token),
      signal: deadline.signal,
    });
    const response = await abortable(sent, deadline.signal);
    status = response.status;
    const stayed = response.url === '' || new URL(response.url).origin === asked.origin;
    if (!response.ok || !stayed) {
      discard(response);
      return { status };
    }
    const body = await readBytes(response, { maxBytes: MAX_ANSWER_BYTES, signal: deadline.signal });
    return { status, ...(body.ok && { body: parseJson(body.bytes) }) };
  } catch {
    return status === undefined ? {} : { status };
  } finally {
    deadline.stop();
  }
}
