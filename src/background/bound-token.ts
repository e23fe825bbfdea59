import type { ProviderName } from '../generation/index.ts';
import type { Secret } from '../settings/index.ts';
import type { Snapshot } from './snapshot.ts';

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

/** Which token a provider is asked with: the user's own API URL never gets the Hugging Face token. */
export function tokenSlot(
  name: ProviderName,
  { settings }: Pick<Snapshot, 'settings'>,
): ProviderName | 'endpoint' {
  return name === 'huggingface' && settings.huggingface.apiUrl !== '' ? 'endpoint' : name;
}
