/** Secrets with fewer bytes are not searched for in encoded form: a few letters of base64 are in many texts by chance. */
const SHORTEST = 8;

/**
 * How a secret looks inside a text that was encoded as a whole: in hexadecimal, in base64 and in base64url. In base64 the letters
 * depend on where in the text the secret begins (it may follow `Bearer ` or a user name), so there is one form for each of the
 * three possible offsets. Letters that also depend on the text before or after the secret are left out.
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
