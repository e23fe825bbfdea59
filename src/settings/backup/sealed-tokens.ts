import * as z from 'zod/mini';

/** OWASP's count for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023 and later). */
const ITERATIONS = 600_000;
/** A file may ask for more work than ours, but not for so much that the browser stands still. */
const MOST_ITERATIONS = 5_000_000;
/** Characters. */
export const SHORTEST_PASSPHRASE = 8;

/** Tokens that only a passphrase opens. The bytes are in base64. */
export const sealedSchema = z.object({
  cipher: z.literal('AES-GCM'),
  derivation: z.literal('PBKDF2-SHA-256'),
  iterations: z.number().check(z.minimum(1), z.maximum(MOST_ITERATIONS)),
  salt: z.string(),
  iv: z.string(),
  data: z.string(),
});
export type Sealed = z.infer<typeof sealedSchema>;

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // The same letters may be typed as other code points on another keyboard.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Closes a value up behind a passphrase. */
export async function seal(value: unknown, passphrase: string, iterations = ITERATIONS): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFrom(passphrase, salt, iterations);
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  return {
    cipher: 'AES-GCM',
    derivation: 'PBKDF2-SHA-256',
    iterations,
    salt: toBase64(salt),
    iv: toBase64(iv),
    data: toBase64(data),
  };
}

/** What was closed up; undefined with another passphrase, or when the file was changed since. */
export async function unseal(sealed: Sealed, passphrase: string): Promise<unknown> {
  try {
    const key = await keyFrom(passphrase, fromBase64(sealed.salt), sealed.iterations);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(sealed.iv) },
      key,
      fromBase64(sealed.data),
    );
    return JSON.parse(new TextDecoder().decode(plain)) as unknown;
  } catch {
    return undefined;
  }
}
