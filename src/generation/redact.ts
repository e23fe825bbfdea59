const TOKEN_LIKE = /\b(?:hf_[A-Za-z0-9_]{4,}|eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){0,2})|Bearer\s+\S+/gi;
const MAX_LENGTH = 300;

/**
 * A service's own words, fit to be stored and shown: known secrets and everything that looks like a token are struck
 * out, control characters dropped, the length capped.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let out = text;
  for (const secret of secrets) if (secret.length >= 4) out = out.replaceAll(secret, '[redacted]');
  out = out
    .replace(TOKEN_LIKE, '[redacted]')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return out.length > MAX_LENGTH ? `${out.slice(0, MAX_LENGTH)}…` : out;
}
