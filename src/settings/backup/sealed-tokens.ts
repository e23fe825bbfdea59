import * as z from 'zod/mini';
import { derivationSchema, ITERATIONS, keyFrom, newDerivation } from '../sealing/passphrase-key.ts';
import { openValue, sealedValueSchema, sealValue } from '../sealing/sealed-value.ts';

/** Tokens in a file, which only a passphrase opens. */
export const sealedSchema = z.object({ ...derivationSchema.shape, ...sealedValueSchema.shape });
export type Sealed = z.infer<typeof sealedSchema>;

/** Encrypts a value with a passphrase. */
export async function seal(value: unknown, passphrase: string, iterations = ITERATIONS): Promise<Sealed> {
  const derivation = newDerivation(iterations);
  return { ...derivation, ...(await sealValue(value, await keyFrom(passphrase, derivation))) };
}

/** Decrypts a value; undefined for a wrong passphrase, or when the file was changed. */
export async function unseal(sealed: Sealed, passphrase: string): Promise<unknown> {
  const key = await keyFrom(passphrase, sealed).catch(() => undefined);
  return key === undefined ? undefined : openValue(sealed, key);
}
