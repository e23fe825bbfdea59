import * as z from 'zod/mini';
import { derivationSchema, keyFrom, newDerivation } from '../sealing/passphrase-key.ts';
import { openValue, sealedValueSchema, sealValue } from '../sealing/sealed-value.ts';

/**
 * Where the passphrase's record is stored: beside the slots, so that one write changes both and no crash
 * comes between them. No slot has this name.
 */
export const PASSPHRASE_SLOT = 'passphrase';

/** How the key is made, and a proof that only the right key opens. */
const passphraseRecord = z.object({ ...derivationSchema.shape, proof: sealedValueSchema });
export type PassphraseRecord = z.infer<typeof passphraseRecord>;

const PROOF = 'understudy';

export function parsePassphraseRecord(value: unknown): PassphraseRecord | undefined {
  return passphraseRecord.safeParse(value).data;
}

/** A record for a new passphrase, and its key. */
export async function newPassphraseRecord(
  passphrase: string,
  iterations?: number,
): Promise<{ record: PassphraseRecord; key: string }> {
  const derivation = newDerivation(iterations);
  const key = await keyFrom(passphrase, derivation);
  return { record: { ...derivation, proof: await sealValue(PROOF, key, PASSPHRASE_SLOT) }, key };
}

/** The key of a passphrase; undefined when the record is that of another passphrase. */
export async function keyOf(record: PassphraseRecord, passphrase: string): Promise<string | undefined> {
  const key = await keyFrom(passphrase, record).catch(() => undefined);
  if (key === undefined) return undefined;
  return (await openValue(record.proof, key, PASSPHRASE_SLOT)) === PROOF ? key : undefined;
}
