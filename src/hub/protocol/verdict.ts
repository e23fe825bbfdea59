import type { Verdict } from '../types.ts';
import { isObject } from './shapes.ts';

/** The table "Verdicts" of the contract, top to bottom. */

const DISABLED_MESSAGE = 'Access to this resource is disabled.';

/** The verdict on any status that is not a success. A 401 means a refused token when one was sent, else a hidden repository. */
export function verdictOnStatus(status: number, headers: Headers, tokenSent: boolean): Verdict {
  if (status < 400) return 'invalid';
  const code = headers.get('x-error-code');
  if (code === 'EntryNotFound' || code === 'RevisionNotFound') return 'present';
  if (code === 'GatedRepo') return 'gated';
  if (headers.get('x-error-message') === DISABLED_MESSAGE) return 'disabled';
  if (code === 'RepoNotFound' || status === 404 || status === 410) return 'absent';
  if (status === 401 && !code) return tokenSent ? 'token-rejected' : 'absent';
  if (status === 403 && !code) return 'denied';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unreachable' : 'invalid';
}

/** The verdict on the body of a success. `isExpected` checks that it is what the asked address answers with. */
export function verdictOnBody(
  body: unknown,
  headers: Headers,
  isExpected: (body: unknown) => boolean,
): Verdict {
  if (isObject(body) && body.disabled === true) return 'disabled';
  if (!isExpected(body)) return 'invalid';
  return isFromElsewhere(body) || headers.has('x-source') ? 'absent' : 'present';
}

/** Whether the answer was passed on from another hub. */
export function isFromElsewhere(body: unknown): boolean {
  return isObject(body) && Boolean(body._source) && body._source !== 'local';
}
