import {
  type AttemptObserver,
  createProviderManager,
  type ProviderManager,
  type ProviderName,
} from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import { slotOfProvider, usableProviders } from '../../settings/index.ts';
import type { Services } from '../services.ts';
import { noteTokenVerdict } from './note-token-verdict.ts';
import { PROVIDERS } from './providers.ts';

/** The providers as the settings are now, for one job; undefined when none is switched on and connected. */
export async function createManager(
  services: Omit<Services, 'runner' | 'wakeUp'>,
  log: AttemptLog,
  only?: ProviderName,
): Promise<ProviderManager | undefined> {
  const current = await services.current();
  const [primary, ...fallback] = usableProviders(current.settings, current.secrets)
    .filter((name) => only === undefined || name === only)
    .map((name) => PROVIDERS[name](services, current, log));
  const observer: AttemptObserver = {
    // Hugging Face's provider tells of each route before it asks there.
    started: (name) => log.started(name, { announces: name === 'huggingface' }),
    async ended(name, result) {
      // Never rejects. Neither the next attempt nor storing the picture waits for what was learnt of a token.
      void noteTokenVerdict(
        services,
        slotOfProvider(name, current.settings, current.secrets),
        current,
        result,
      );
      await log.ended(name, result);
    },
  };
  return primary && createProviderManager({ primary, fallback, observer });
}
