import type { ProviderName } from '../../generation/index.ts';
import type { Services } from '../services.ts';
import type { Current } from '../state/current.ts';
import { isOnline } from './is-online.ts';

/** What every provider is built from: its token, model and time limit as they are set now. */
export function commonParts(
  name: ProviderName,
  { fetch, clock }: Pick<Services, 'fetch' | 'clock'>,
  { settings, secrets }: Pick<Current, 'settings' | 'secrets'>,
) {
  const { model, timeoutMs } = settings[name];
  return { fetch, clock, token: secrets[name]?.token, config: { model, timeout: timeoutMs }, isOnline };
}
