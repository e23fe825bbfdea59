import type { ProviderName } from '../generation/index.ts';
import { HUGGING_FACE_ROUTER } from '../web/hugging-face.ts';
import type { Settings } from './definition.ts';
import type { AboutSecret, Secret } from './secrets/secret.ts';

/** Where a token belongs: a provider, the user's own API URL, or a hub (`source:<id>`). */
export type TokenSlot = ProviderName | 'endpoint' | `source:${string}`;

/** Saved tokens by slot. */
export type Secrets = Record<string, Secret>;

type Providers = Pick<Settings, 'huggingface'>;

/** The address of a slot; undefined for a provider's slot, and when the source is gone. */
export function slotUrl(slot: TokenSlot, settings: Pick<Settings, 'huggingface' | 'sources'>) {
  if (slot === 'endpoint') return settings.huggingface.apiUrl || undefined;
  return settings.sources.find(({ id }) => slot === `source:${id}`)?.url;
}

/** The origin of an address; undefined for a text that is no address. */
export function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.origin;
}

/** Whether a token was saved for the origin of this URL. */
export function isBoundTo(url: string, { origin: own }: Pick<AboutSecret, 'origin'>): boolean {
  const origin = originOf(url);
  return origin !== undefined && own === origin;
}

/**
 * The token, if it was saved for the origin of this URL: a token goes to that origin, and to no other that
 * the slot has later.
 */
export function tokenBoundTo(url: string, secret: Secret | undefined): string | undefined {
  return secret && isBoundTo(url, secret) ? secret.token : undefined;
}

/** The token for the user's own API URL. */
export function endpointToken(settings: Providers, secrets: Secrets): string | undefined {
  return tokenBoundTo(settings.huggingface.apiUrl, secrets.endpoint);
}

/**
 * Whether the user's own API URL takes a token of its own. At Hugging Face's router it does not: the Hugging Face token is
 * sent there.
 */
export function takesEndpointToken({ huggingface: { apiUrl } }: Providers): boolean {
  return apiUrl !== '' && originOf(apiUrl) !== HUGGING_FACE_ROUTER;
}

/** The slot of the token for a provider; undefined for no token. Hugging Face's own token goes only to its router. */
export function slotOfProvider(
  name: ProviderName,
  settings: Providers,
  secrets: Secrets,
): ProviderName | 'endpoint' | undefined {
  if (name !== 'huggingface' || !takesEndpointToken(settings)) return name;
  return endpointToken(settings, secrets) === undefined ? undefined : 'endpoint';
}
