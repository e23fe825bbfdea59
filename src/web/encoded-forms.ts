/** Shorter secrets are not looked for in encoded form: a few letters of base64 stand in many texts by chance. */
const SHORTEST = 8;

/**
 * How a secret reads in texts that were encoded as a whole: in hexadecimal, and in base64 (plain and for addresses)
 * wherever in the encoded text it begins, as it does behind `Bearer ` or a user name. Of base64 only the letters that
 * depend on nothing beside the secret.
 */
export function encodedForms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < SHORTEST) return [];
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64 = [0, 1, 2].map((before) => {
    const text = btoa('\0'.repeat(before) + String.fromCharCode(...bytes));
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [hex, ...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}
