import * as z from 'zod/mini';
import type { SourceType } from '../types.ts';
import { type Asking, askJson } from './ask-json.ts';

export interface HubIdentity {
  reachable: boolean;
  /** HTTP status, when the answer did not come from a hub. */
  status?: number;
  type?: SourceType;
  version?: string;
  /** The name the hub gives itself. Untrusted. */
  name?: string;
  /** The hub does not show what it is: without a token (`token`), or with the given token (`another-token`). */
  wants?: 'token' | 'another-token';
}

/** Statuses by which a hub, or a server before it, refuses a caller that it does not know. */
const CLOSED = [401, 403, 407];

const version = z.object({
  api: z.literal('kohakuhub'),
  version: z.catch(z.optional(z.string()), undefined),
  name: z.catch(z.optional(z.string()), undefined),
});
const models = z.array(z.unknown());

/**
 * Finds out what is at an address: a KohakuHub says so at `/api/version`; Hugging Face and its mirrors have
 * no such page but list models. A given token is sent only when the address, asked without it, does not
 * answer as a hub does: some hubs want a token everywhere. Never rejects; each question is bounded by
 * `timeoutMs`.
 */
export async function identifyHub(url: string, { token, ...asking }: Asking): Promise<HubIdentity> {
  const { isClosed, ...open } = await identify(url, asking);
  if (open.type || !open.reachable) return open;
  if (token === undefined) return isClosed ? { ...open, wants: 'token' } : open;
  const { isClosed: isRefused, ...known } = await identify(url, { ...asking, token });
  if (known.type) return known;
  if (isRefused) return { ...open, wants: 'another-token' };
  // The address accepted the token, and shows that it is no hub.
  return isClosed && known.reachable ? known : open;
}

async function identify(url: string, asking: Asking): Promise<HubIdentity & { isClosed?: boolean }> {
  const asked = await askJson(`${url}/api/version`, asking);
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
  const listed = await askJson(`${url}/api/models?limit=1`, asking);
  if (models.safeParse(listed.body).success) return { reachable: true, type: 'huggingface' };
  const status = listed.status ?? asked.status;
  if (status === undefined) return { reachable: false };
  // Status 0: a redirect that was not followed; its real status is hidden.
  if (status === 0) return { reachable: true };
  const isClosed = [asked.status, listed.status].some((one) => one !== undefined && CLOSED.includes(one));
  return { reachable: true, status, ...(isClosed && { isClosed }) };
}
