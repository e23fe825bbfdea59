import * as z from 'zod/mini';
import { openValue, sealedValueSchema, sealValue } from '../sealing/sealed-value.ts';
import { type AboutSecret, aboutSecret } from './secret.ts';

/** What lies in a slot while a passphrase is set: the whole of it closed up, and what may be shown while it is locked. */
const sealedSecret = z.object({ sealed: sealedValueSchema, ...aboutSecret.shape });
export type SealedSecret = z.infer<typeof sealedSecret>;

export function parseSealed(value: unknown): SealedSecret | undefined {
  return sealedSecret.safeParse(value).data;
}

/** A token that was moved to another slot, or given another origin, by whoever can write to the disk does not open. */
function placeOf(slot: string, { origin = '' }: Pick<AboutSecret, 'origin'>): string {
  return JSON.stringify([slot, origin]);
}

/** Closes up what lies in a slot, whether or not it can be read. */
export async function sealSlot(slot: string, value: unknown, key: string): Promise<SealedSecret> {
  const shown = aboutSecret.safeParse(value).data ?? { verdict: 'unchecked' as const };
  return { sealed: await sealValue(value, key, placeOf(slot, shown)), ...shown };
}

/** What lay in the slot before it was closed up; undefined where the key does not open it. */
export function openSlot(slot: string, value: SealedSecret, key: string): Promise<unknown> {
  return openValue(value.sealed, key, placeOf(slot, value));
}
