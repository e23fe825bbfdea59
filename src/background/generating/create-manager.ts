import { type AttemptObserver, createProviderManager, type ProviderManager } from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import { tokenSlot } from '../bound-token.ts';
import type { House } from '../services.ts';
import { usableProviders } from '../usable-providers.ts';
import { noteTokenVerdict } from './note-token-verdict.ts';
import { PROVIDERS } from './providers.ts';

/** The providers as the settings are now, for one job; undefined when none is switched on and connected. */
export async function createManager(
  house: Omit<House, 'runner'>,
  log: AttemptLog,
): Promise<ProviderManager | undefined> {
  const snapshot = await house.snapshot();
  const [primary, ...fallback] = usableProviders(snapshot.settings, snapshot.secrets).map((name) =>
    PROVIDERS[name](house, snapshot, log),
  );
  const observer: AttemptObserver = {
    started: (name) => log.started(name),
    async ended(name, result) {
      // Never rejects. Neither the next attempt nor storing the picture waits for what was learnt of a token.
      void noteTokenVerdict(house, tokenSlot(name, snapshot), snapshot, result);
      await log.ended(name, result);
    },
  };
  return primary && createProviderManager({ primary, fallback, observer });
}
