import * as z from 'zod/mini';
import { openValue, sealedValueSchema, sealValue } from '../sealing/sealed-value.ts';
import { type AboutSecret, aboutSecret } from './secret.ts';

/**
 * The content of a slot while a passphrase is set: the token, encrypted, and what may be shown of it while it
 * is locked.
 */
const sealedSecret = z.object({ sealed: sealedValueSchema, ...aboutSecret.shape });
export type SealedSecret = z.infer<typeof sealedSecret>;

export function parseSealed(value: unknown): SealedSecret | undefined {
  return sealedSecret.safeParse(value).data;
}

/**
 * The place with which a token is encrypted: if somebody who can write to the disk moves it to another slot,
 * or gives it another origin, it does not open.
 */
function placeOf(slot: string, { origin = '' }: Pick<AboutSecret, 'origin'>): string {
  return JSON.stringify([slot, origin]);
}

/** Encrypts the content of a slot, whether or not it can be read as a secret. */
export async function sealSlot(slot: string, value: unknown, key: string): Promise<SealedSecret> {
  const shown = aboutSecret.safeParse(value).data ?? { verdict: 'unchecked' as const };
  return { sealed: await sealValue(value, key, placeOf(slot, shown)), ...shown };
}

/** The decrypted content of a slot; undefined where the key does not open it. */
export function openSlot(slot: string, value: SealedSecret, key: string): Promise<unknown> {
  return openValue(value.sealed, key, placeOf(slot, value));
}
