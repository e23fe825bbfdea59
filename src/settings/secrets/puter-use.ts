import type { StorageArea } from '../../storage/area.ts';
import type { SettingsStore } from '../settings-store.ts';
import type { SecretStore } from './secret-store.ts';
import { parseTokenUse, reviewUse } from './unused-token.ts';

const USE_KEY = 'puter-use';
const FORGOTTEN_KEY = 'puter-forgotten';

/** After how many days without use Puter's token was forgotten, and whether the user was told. */
export interface Forgotten {
  days: number;
  told: boolean;
}

interface Ports {
  area: Pick<StorageArea, 'get' | 'set' | 'remove'>;
  secrets: Pick<SecretStore, 'read' | 'remove'>;
  settings: Pick<SettingsStore, 'read'>;
  clock: { now(): number };
}

export interface PuterUse {
  /** The token was used or saved just now: the days count from now. */
  note(): Promise<void>;
  /** Forgets the token when it is overdue; true when it did. A locked token stays: nobody can read it. */
  review(): Promise<boolean>;
  forgotten(): Promise<Forgotten | undefined>;
  /** Notes that the user was told. */
  markTold(): Promise<void>;
}

/** Has Puter's token, which opens a whole account, forgotten after a time without use, where the user wants that. */
export function createPuterUse({ area, secrets, settings, clock }: Ports): PuterUse {
  const get = async (key: string) => (await area.get(key))[key];

  async function forgotten(): Promise<Forgotten | undefined> {
    const value = await get(FORGOTTEN_KEY);
    if (typeof value !== 'object' || value === null || !('days' in value)) return undefined;
    const { days: after } = value;
    return typeof after === 'number'
      ? { days: after, told: 'told' in value && value.told === true }
      : undefined;
  }

  return {
    forgotten,
    async note() {
      await area.set({ [USE_KEY]: { usedAt: clock.now() } });
      await area.remove(FORGOTTEN_KEY);
    },
    async review() {
      const { secrets: open } = await secrets.read();
      if (!open.puter) return false;
      const after = (await settings.read()).settings.accounts.forgetPuterAfterDays;
      const known = parseTokenUse(await get(USE_KEY));
      const next = reviewUse(known, after, clock.now());
      if (next !== 'forget') {
        if (JSON.stringify(next) !== JSON.stringify(known)) await area.set({ [USE_KEY]: next });
        return false;
      }
      // Noted before the token is removed: the user must be told in any case.
      await area.set({ [FORGOTTEN_KEY]: { days: after, told: false } });
      await secrets.remove('puter');
      return true;
    },
    async markTold() {
      const now = await forgotten();
      if (now && !now.told) await area.set({ [FORGOTTEN_KEY]: { ...now, told: true } });
    },
  };
}
