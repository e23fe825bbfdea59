import * as z from 'zod/mini';
import { toBase64 } from '../../web/base64.ts';
import { bytesOf } from './bytes-of.ts';

/** A value that only its key opens. The bytes are in base64. */
export const sealedValueSchema = z.object({
  cipher: z.literal('AES-GCM'),
  iv: z.string(),
  data: z.string(),
});
export type SealedValue = z.infer<typeof sealedValueSchema>;

function importKey(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function parameters(iv: Uint8Array<ArrayBuffer>, place: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}

/** Encrypts a value with a key (32 bytes in base64). It can be decrypted only with the same `place`. */
export async function sealValue(value: unknown, key: string, place = ''): Promise<SealedValue> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt(parameters(iv, place), await importKey(key), plain);
  return { cipher: 'AES-GCM', iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** The decrypted value; undefined with another key, with another place, or when it was changed since. */
export async function openValue(sealed: SealedValue, key: string, place = ''): Promise<unknown> {
  try {
    const how = parameters(bytesOf(sealed.iv), place);
    const plain = await crypto.subtle.decrypt(how, await importKey(key), bytesOf(sealed.data));
    return JSON.parse(new TextDecoder().decode(plain)) as unknown;
  } catch {
    return undefined;
  }
}
