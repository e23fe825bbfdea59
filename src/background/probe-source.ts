import * as z from 'zod/mini';
import type { SourceType } from '../hub/index.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface AddressAnswer {
  reachable: boolean;
  status?: number;
  type?: SourceType;
  version?: string;
  name?: string;
}

const version = z.object({
  api: z.literal('kohakuhub'),
  version: z.catch(z.optional(z.string()), undefined),
  name: z.catch(z.optional(z.string()), undefined),
});
const models = z.array(z.unknown());
/** Either answer is small; what is larger is no hub's. */
const MAX_ANSWER_CHARACTERS = 1_000_000;

/**
 * Finds out what lives at an address: a KohakuHub says so at `/api/version`; Hugging Face and its mirrors have no such
 * page but list models. No token is sent. Never rejects; each question is bounded by `timeoutMs`.
 */
export async function probeAddress(
  url: string,
  { fetch, timeoutMs }: { fetch: Fetch; timeoutMs: number },
): Promise<AddressAnswer> {
  const asked = await getJson(`${url}/api/version`, fetch, timeoutMs);
  const kohakuhub = version.safeParse(asked.body);
  if (kohakuhub.success) {
    const { name, version: number } = kohakuhub.data;
    return {
      reachable: true,
      type: 'kohakuhub',
      ...(name !== undefined && { name: name.slice(0, 60) }),
      ...(number !== undefined && { version: number.slice(0, 40) }),
    };
  }
  const listed = await getJson(`${url}/api/models?limit=1`, fetch, timeoutMs);
  if (models.safeParse(listed.body).success) return { reachable: true, type: 'huggingface' };
  const status = listed.status ?? asked.status;
  return status === undefined ? { reachable: false } : { reachable: true, status };
}

async function getJson(
  url: string,
  fetch: Fetch,
  timeoutMs: number,
): Promise<{ status?: number; body?: unknown }> {
  let status: number | undefined;
  try {
    const response = await fetch(url, {
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    const stayed = response.url === '' || new URL(response.url).origin === new URL(url).origin;
    if (!response.ok || !stayed || !response.body) {
      void response.body?.cancel().catch(() => undefined);
      return { status };
    }
    return { status, body: JSON.parse(await readText(response.body)) as unknown };
  } catch {
    return status === undefined ? {} : { status };
  }
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER_CHARACTERS) throw new RangeError('Too large for a hub');
  }
  return text;
}
