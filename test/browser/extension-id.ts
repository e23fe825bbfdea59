import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';

/** The id Chromium gives an unpacked extension: the first half of its path's SHA-256, with a–p for the hex digits. */
export function extensionIdOf(extensionDir: string): string {
  const digest = createHash('sha256').update(realpathSync(extensionDir)).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
