import type { OneAtATime } from '../../storage/one-at-a-time.ts';
import { openValue, sealedValueSchema, sealValue } from '../sealing/sealed-value.ts';
import type { createKeptKeys } from './kept-key.ts';
import { keyOf, newPassphraseRecord } from './passphrase-record.ts';
import { parseSealed, sealSlot } from './sealed-secret.ts';
import { RESCUED_KEY, type SecretPorts, type StoredSecrets } from './stored-secrets.ts';

export interface PassphraseChanges {
  /** Opens the tokens until the browser closes. False with a wrong passphrase. */
  unlock(passphrase: string): Promise<boolean>;
  /** Locks the tokens until the passphrase is given again. */
  lock(): Promise<void>;
  /**
   * Sets a passphrase, changes it, or removes it (`next` undefined). False when `current` is not the
   * passphrase that is set. All tokens are changed in one write: at every moment all of them are stored, in
   * the old way or in the new.
   */
  changePassphrase(change: { current?: string | undefined; next?: string | undefined }): Promise<boolean>;
  /** Removes every encrypted token, and the passphrase. */
  forgetSealed(): Promise<void>;
}

interface Parts extends Pick<SecretPorts, 'area'> {
  iterations: number | undefined;
  keys: ReturnType<typeof createKeptKeys>;
  oneAtATime: OneAtATime;
  readStored(): Promise<StoredSecrets>;
  write(stored: StoredSecrets, more?: Record<string, unknown>): Promise<void>;
  valueIn(slot: string, value: unknown, key: string | undefined): Promise<unknown>;
}

/** What can be done with the passphrase of the tokens. */
export function createPassphraseChanges(parts: Parts): PassphraseChanges {
  const { area, iterations, keys, oneAtATime, readStored, write, valueIn } = parts;

  /**
   * The stored value that was set aside as unreadable, encrypted with the key `to`, or open where there is no
   * such key: it may hold tokens, too.
   */
  async function rescued(from: string | undefined, to: string | undefined) {
    const raw = (await area.get(RESCUED_KEY))[RESCUED_KEY];
    if (raw === undefined) return {};
    const sealed = sealedValueSchema.safeParse(raw).data;
    const open = sealed && from !== undefined ? ((await openValue(sealed, from, RESCUED_KEY)) ?? raw) : raw;
    return { [RESCUED_KEY]: to === undefined ? open : await sealValue(open, to, RESCUED_KEY) };
  }

  return {
    unlock: (passphrase) =>
      oneAtATime(async () => {
        const { passphrase: record } = await readStored();
        if (!record) return true;
        const key = await keyOf(record, passphrase);
        if (key === undefined) return false;
        await keys.add(record.salt, key);
        return true;
      }),

    lock: () => oneAtATime(() => keys.drop()),

    changePassphrase: ({ current, next }) =>
      oneAtATime(async () => {
        const stored = await readStored();
        const before = stored.passphrase && (await keyOf(stored.passphrase, current ?? ''));
        if (stored.passphrase && before === undefined) return false;
        const after = next === undefined ? undefined : await newPassphraseRecord(next, iterations);
        if (stored.unreadable !== undefined) await area.set({ [RESCUED_KEY]: stored.unreadable });
        const slots = new Map<string, unknown>();
        for (const [slot, value] of stored.slots) {
          const open = await valueIn(slot, value, before);
          // A token that its own key does not open stays as it is.
          if (open === undefined) slots.set(slot, value);
          else slots.set(slot, after ? await sealSlot(slot, open, after.key) : open);
        }
        // The key is kept before the tokens are encrypted with it, so that they are never locked in between.
        if (after) await keys.add(after.record.salt, after.key);
        const aside = await rescued(before, after?.key);
        await write({ slots, ...(after && { passphrase: after.record }) }, aside);
        await (after ? keys.keepOnly(after.record.salt) : keys.drop());
        return true;
      }),

    forgetSealed: () =>
      oneAtATime(async () => {
        const { slots } = await readStored();
        await write({ slots: new Map([...slots].filter(([, value]) => !parseSealed(value))) });
        const aside = (await area.get(RESCUED_KEY))[RESCUED_KEY];
        if (sealedValueSchema.safeParse(aside).success) await area.remove(RESCUED_KEY);
        await keys.drop();
      }),
  };
}
