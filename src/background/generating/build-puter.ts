import { PuterProvider } from '../../providers/puter/provider.ts';
import { commonParts } from './common-parts.ts';
import type { BuildProvider } from './provider-entry.ts';

/** Puter with the user's own account. */
export const buildPuter: BuildProvider = (services, current, log) =>
  new PuterProvider({
    ...commonParts('puter', services, current),
    opening: { pictureAt: log.pictureAt },
    loadClient: async () => services.puter,
  });
