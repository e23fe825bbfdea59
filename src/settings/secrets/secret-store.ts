import { createOneAtATime } from '../../storage/one-at-a-time.ts';
import { createKeptKeys } from './kept-key.ts';
import { createPassphraseChanges, type PassphraseChanges } from './passphrase-changes.ts';
import { PASSPHRASE_SLOT, parsePassphraseRecord } from './passphrase-record.ts';
import { openSlot, parseSealed, sealSlot } from './sealed-secret.ts';
import { type AboutSecret, aboutSecret, parseSecret, type Secret } from './secret.ts';
import { RESCUED_KEY, SECRETS_KEY, type SecretPorts, type StoredSecrets } from './stored-secrets.ts';

/** The state of the passphrase: none is set, it was given since the browser started, or it was not given yet. */
export type Lock = 'none' | 'open' | 'locked';

export interface SecretState {
  lock: Lock;
  secrets: Record<string, Secret>;
  /** Slots whose token is locked, and what may be shown of each token. */
  sealed: Record<string, AboutSecret>;
}

/** Thrown when a token is to be saved while the others are locked. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

export interface SecretStore extends PassphraseChanges {
  read(): Promise<SecretState>;
  /** The tokens that are not locked. */
  all(): Promise<Record<string, Secret>>;
  /** Whether a slot holds something that cannot be read as a secret: then a token may be missing from `all`. */
  damaged(): Promise<boolean>;
  /** Rejects with a LockedError while the tokens are locked. */
  save(slot: string, value: Secret): Promise<void>;
  /**
   * Notes what a service said of this token. False when the slot holds another token by now, or none: then
   * nothing is noted.
   */
  note(slot: string, token: string, said: Pick<Secret, 'verdict' | 'account'>): Promise<boolean>;
  /**
   * Replaces this token by the renewed one in one write, so that one of them is there at every moment. False
   * when the slot holds another token by now, or none.
   */
  renew(slot: string, token: string, next: Pick<Secret, 'token' | 'verdict' | 'renewal'>): Promise<boolean>;
  /** Removes a token, also while the tokens are locked. */
  remove(slot: string): Promise<void>;
  /** The slots that hold a token, locked or not. */
  slots(): Promise<string[]>;
}

/**
 * Stores the tokens by slot; nothing else reads or writes them. Pages send tokens through messages, and never
 * get one back. With a passphrase each token is encrypted, and the key is kept in the session's memory.
 */
export function createSecretStore({ area, session, iterations }: SecretPorts): SecretStore {
  const oneAtATime = createOneAtATime();
  const keys = createKeptKeys(session);

  async function readStored(): Promise<StoredSecrets> {
    const raw = (await area.get(SECRETS_KEY))[SECRETS_KEY];
    if (raw === undefined) return { slots: new Map() };
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
      return { slots: new Map(), unreadable: raw };
    const slots = new Map(Object.entries(raw));
    const passphrase = parsePassphraseRecord(slots.get(PASSPHRASE_SLOT));
    if (passphrase) slots.delete(PASSPHRASE_SLOT);
    return { slots, ...(passphrase && { passphrase }) };
  }

  /** Writes the slots and the passphrase's record in one call. */
  async function write({ slots, passphrase, unreadable }: StoredSecrets, more: Record<string, unknown> = {}) {
    const record = { ...Object.fromEntries(slots), ...(passphrase && { [PASSPHRASE_SLOT]: passphrase }) };
    if (unreadable !== undefined) await area.set({ [RESCUED_KEY]: unreadable });
    await area.set({ [SECRETS_KEY]: record, ...more });
  }

  const keyFor = async ({ passphrase }: StoredSecrets) => passphrase && keys.find(passphrase.salt);

  /** The content of a slot; undefined where it is encrypted and the key is missing or does not open it. */
  async function valueIn(slot: string, value: unknown, key: string | undefined): Promise<unknown> {
    const sealed = parseSealed(value);
    if (!sealed) return value;
    return key === undefined ? undefined : openSlot(slot, sealed, key);
  }

  /**
   * Reads and writes as one step: of two saves at once none may be lost. What cannot be read stays where it
   * is. When `edit` resolves with false, nothing is written, and the result is false.
   */
  function change(edit: (stored: StoredSecrets, key: string | undefined) => Promise<boolean>) {
    return oneAtATime(async () => {
      const stored = await readStored();
      if (!(await edit(stored, await keyFor(stored)))) return false;
      await write(stored);
      return true;
    });
  }

  async function put(stored: StoredSecrets, key: string | undefined, slot: string, value: Secret) {
    if (stored.passphrase && key === undefined) throw new LockedError('The tokens are locked');
    stored.slots.set(slot, key === undefined ? value : await sealSlot(slot, value, key));
    return true;
  }

  /** Changes fields of a slot's secret, if the slot still holds this token. */
  function merge(slot: string, token: string, fields: Partial<Secret>): Promise<boolean> {
    return change(async (stored, key) => {
      const secret = parseSecret(await valueIn(slot, stored.slots.get(slot), key));
      return secret?.token === token && put(stored, key, slot, { ...secret, ...fields });
    });
  }

  async function read(): Promise<SecretState> {
    const stored = await readStored();
    const key = await keyFor(stored);
    const lock = !stored.passphrase ? 'none' : key === undefined ? 'locked' : 'open';
    const state: SecretState = { lock, secrets: {}, sealed: {} };
    for (const [slot, value] of stored.slots) {
      const secret = parseSecret(await valueIn(slot, value, key));
      const closed = lock === 'locked' ? parseSealed(value) : undefined;
      if (secret) state.secrets[slot] = secret;
      else if (closed) state.sealed[slot] = aboutSecret.parse(closed);
    }
    return state;
  }

  return {
    read,
    all: async () => (await read()).secrets,
    async slots() {
      const { secrets, sealed } = await read();
      return [...Object.keys(secrets), ...Object.keys(sealed)];
    },
    async damaged() {
      const { slots, unreadable } = await readStored();
      if (unreadable !== undefined) return true;
      const { secrets, sealed } = await read();
      return [...slots.keys()].some((slot) => !(slot in secrets) && !(slot in sealed));
    },
    async save(slot, value) {
      await change((stored, key) => put(stored, key, slot, value));
    },
    note: merge,
    renew: merge,
    async remove(slot) {
      await change(async ({ slots }) => {
        slots.delete(slot);
        return true;
      });
    },
    ...createPassphraseChanges({ area, keys, oneAtATime, readStored, write, valueIn, iterations }),
  };
}
