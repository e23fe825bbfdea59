import { startDeadline } from '../../../web/deadline.ts';
import { HUGGING_FACE } from '../../../web/hugging-face.ts';
import { parseJson, readBytes } from '../../../web/read-body.ts';

export type OauthFetch = (input: string, init?: RequestInit) => Promise<Response>;

/** What every OAuth request needs. */
export interface OauthPorts {
  fetch: OauthFetch;
  /** The id of the build's OAuth app, which has no secret. */
  clientId: string;
}

export interface OauthAnswer {
  status: number;
  /** The body as JSON; undefined when it is not JSON. */
  body: unknown;
}

const MAX_BYTES = 100_000;

/**
 * Sends a request to one of Hugging Face's OAuth addresses. `fields` may contain a token, so no redirect is followed and no other
 * host can be given. Undefined when there was no answer; never rejects.
 */
export async function askOauth(
  path: '/oauth/device' | '/oauth/token' | '/oauth/revoke',
  fields: Record<string, string>,
  { fetch, clientId }: OauthPorts,
  timeoutMs: number,
): Promise<OauthAnswer | undefined> {
  const deadline = startDeadline(timeoutMs);
  try {
    const response = await fetch(HUGGING_FACE + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ ...fields, client_id: clientId }).toString(),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: deadline.signal,
    });
    const read = await readBytes(response, { maxBytes: MAX_BYTES, signal: deadline.signal });
    return { status: response.status, body: read.ok ? parseJson(read.bytes) : undefined };
  } catch {
    return undefined;
  } finally {
    deadline.stop();
  }
}
