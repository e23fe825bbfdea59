import type { StorageArea } from '../storage/area.ts';

/** Storage key of the user's agreement that names they look for, or whose page is in front, go to the hubs of the list. */
const AGREEMENT_KEY = 'agreed-to-look-ups';

export interface Agreement {
  read(): Promise<boolean>;
  give(): Promise<void>;
}

/** Keeps that the user agreed to look-ups. It stays on this device: what another device may send is agreed to there. */
export function createAgreement(area: StorageArea): Agreement {
  return {
    read: async () => (await area.get(AGREEMENT_KEY))[AGREEMENT_KEY] === true,
    give: () => area.set({ [AGREEMENT_KEY]: true }),
  };
}
