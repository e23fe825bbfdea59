import {
  type AttemptObserver,
  createProviderManager,
  factsOf,
  type ProviderManager,
  type ProviderName,
} from '../../generation/index.ts';
import type { AttemptLog } from '../../jobs/index.ts';
import { slotOfProvider, usableProviders } from '../../settings/index.ts';
import type { Services } from '../services.ts';
import type { Current } from '../state/current.ts';
import { asBegun } from './as-begun.ts';
import { noteTokenVerdict } from './note-token-verdict.ts';
import { PROVIDERS } from './providers.ts';
import { isUsable, whileUsable } from './while-usable.ts';

/**
 * Builds the manager for one job, with the providers in the user's order; undefined when none is switched on and connected.
 * Each provider is asked with the settings at its turn, and skipped when it was switched off meanwhile.
 */
export async function createManager(
  services: Omit<Services, 'runner' | 'wakeUp'>,
  log: AttemptLog,
  only?: ProviderName,
): Promise<ProviderManager | undefined> {
  // A sign-in's token is renewed before the first provider is asked, so that it does not change during an attempt.
  if (only === undefined || factsOf(only)?.pages.signInsUrl) await services.huggingFaceAccount.fresh();
  const first = await services.current();
  const begun = new Map<ProviderName, Current>();
  const names = usableProviders(first.settings, first.secrets).filter(
    (name) => only === undefined || name === only,
  );
  const [primary, ...fallback] = names.map((name) =>
    whileUsable(name, PROVIDERS[name].build, services, log, () => begun.get(name) ?? first),
  );
  const observer: AttemptObserver = {
    async mayAsk(name) {
      const now = asBegun(first, await services.current());
      begun.set(name, now);
      return isUsable(name, now);
    },
    started(name) {
      // While this provider is asked there is time to prepare the next one.
      const next = names[names.indexOf(name) + 1];
      if (next) PROVIDERS[next].warm?.(services);
      // Not awaited: the picture does not wait for the note that Puter's token was used.
      if (name === 'puter') void services.puterUse.note().catch(() => undefined);
      return log.started(name, { announces: PROVIDERS[name].announces === true });
    },
    async ended(name, result) {
      const asked = begun.get(name);
      if (asked) {
        const slot = slotOfProvider(name, asked.settings, asked.secrets);
        // Never rejects, and is not awaited, so that neither the next attempt nor storing the picture waits for it.
        void noteTokenVerdict(services, slot, asked, result);
      }
      await log.ended(name, result);
    },
  };
  return primary && createProviderManager({ primary, fallback, observer });
}
