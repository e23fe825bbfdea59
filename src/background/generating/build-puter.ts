import { PuterProvider } from '../../providers/puter/provider.ts';
import type { BuildProvider } from './build-provider.ts';
import { isOnline } from './is-online.ts';

/** Puter with the user's own account. */
export const buildPuter: BuildProvider = (services, { settings, secrets }, log) => {
  return new PuterProvider({
    fetch: services.fetch,
    token: secrets.puter?.token,
    clock: services.clock,
    config: { model: settings.puter.model, timeout: settings.puter.timeoutMs },
    isOnline,
    opening: { pictureAt: log.pictureAt },
    loadClient: async () => services.puter,
  });
};
