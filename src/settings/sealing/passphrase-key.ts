import * as z from 'zod/mini';
import { toBase64 } from '../../web/base64.ts';
import { bytesOf } from './bytes-of.ts';

/** OWASP's count for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023 and later). */
export const ITERATIONS = 600_000;
/** A stored derivation may ask for more work than ours, but not for so much that the browser stands still. */
const MOST_ITERATIONS = 5_000_000;
/** Characters. */
export const SHORTEST_PASSPHRASE = 8;

/** How a key is made from a passphrase. The salt is in base64. */
export const derivationSchema = z.object({
  derivation: z.literal('PBKDF2-SHA-256'),
  iterations: z.number().check(z.minimum(1), z.maximum(MOST_ITERATIONS)),
  salt: z.string(),
});
export type Derivation = z.infer<typeof derivationSchema>;

/** How a new key is to be made: with a random salt that no other key has. */
export function newDerivation(iterations = ITERATIONS): Derivation {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  return { derivation: 'PBKDF2-SHA-256', iterations, salt };
}

/**
 * The key of a passphrase: 32 bytes in base64. Takes some tenths of a second, on purpose. Rejects for a salt
 * that is no base64.
 */
export async function keyFrom(passphrase: string, { salt, iterations }: Derivation): Promise<string> {
  // The same letters may be typed as other code points on another keyboard.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations };
  return toBase64(new Uint8Array(await crypto.subtle.deriveBits(how, material, 256)));
}
