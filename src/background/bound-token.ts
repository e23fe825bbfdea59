import type { ProviderName } from '../generation/index.ts';
import type { Secret } from '../settings/index.ts';
import type { Snapshot } from './state/snapshot.ts';

/** The token for the user's own API URL goes to the origin it was saved for, and to no other that came later. */
export function endpointToken({
  settings,
  secrets,
}: Pick<Snapshot, 'settings' | 'secrets'>): string | undefined {
  return tokenFor(settings.huggingface.apiUrl, secrets.endpoint);
}

/** The token where it was saved for the origin of this URL. */
export function tokenFor(url: string, secret: Secret | undefined): string | undefined {
  const origin = URL.parse(url)?.origin;
  return origin !== undefined && secret?.origin === origin ? secret.token : undefined;
}

/** Which saved token a provider is asked with; undefined when with none. The Hugging Face token goes to its router alone. */
export function tokenSlot(
  name: ProviderName,
  snapshot: Pick<Snapshot, 'settings' | 'secrets'>,
): ProviderName | 'endpoint' | undefined {
  const { apiUrl } = snapshot.settings.huggingface;
  const elsewhere = apiUrl !== '' && URL.parse(apiUrl)?.origin !== 'https://router.huggingface.co';
  if (name === 'puter' || !elsewhere) return name;
  return endpointToken(snapshot) === undefined ? undefined : 'endpoint';
}
