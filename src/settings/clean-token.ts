const MAX_TOKEN_LENGTH = 8192;
const QUOTED = /^(["'`])(.*)\1$/s;

/**
 * A token as it was meant: without the spaces, quotes or "Bearer " that come along when it is copied. A problem
 * when nothing is left, or when what is left can be no token (inner spaces, other than ASCII, far too long).
 */
export function cleanToken(
  pasted: string,
): { token: string } | { problem: 'TOKEN_EMPTY' | 'TOKEN_MALFORMED' } {
  const token = pasted
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
    .trim()
    .replace(QUOTED, '$2')
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^bearer(?:\s+|$)/i, '')
    .replace(QUOTED, '$2')
    .trim();
  if (token === '') return { problem: 'TOKEN_EMPTY' };
  return /^[\x21-\x7e]+$/.test(token) && token.length <= MAX_TOKEN_LENGTH
    ? { token }
    : { problem: 'TOKEN_MALFORMED' };
}
