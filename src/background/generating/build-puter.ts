import { PuterProvider } from '../../providers/puter/provider.ts';
import type { BuildProvider } from './build-provider.ts';
import { isOnline } from './is-online.ts';

/** Puter with the user's own account. */
export const buildPuter: BuildProvider = (house, { settings, secrets }) => {
  return new PuterProvider({
    fetch: house.fetch,
    token: secrets.puter?.token,
    clock: house.clock,
    config: { model: settings.puter.model, timeout: settings.puter.timeoutMs },
    isOnline,
  });
};
