import { asRecord, bearerToken, type LabReply, type LabRequest } from '../exchange.ts';
import { fixture } from '../fixtures.ts';

/**
 * What a Hugging Face token of the lab may do; its name says it:
 * any `hf_…` works, except `…invalid…` / `…expired…` (401), `…noinference…` (403 at the router),
 * `…depleted…` (402 at the router). `…granted…` may read gated repositories, `…owner…` private ones.
 */
export interface Account {
  kind: 'none' | 'rejected' | 'valid';
  mayInfer: boolean;
  isDepleted: boolean;
  mayReadGated: boolean;
  mayReadPrivate: boolean;
}

export function accountOf(request: LabRequest): Account {
  const token = bearerToken(request);
  const says = (word: string) => token?.toLowerCase().includes(word) === true;
  const isValid = token?.startsWith('hf_') === true && !says('invalid') && !says('expired');
  const isNone = request.headers.authorization === undefined;
  return {
    kind: isNone ? 'none' : isValid ? 'valid' : 'rejected',
    mayInfer: isValid && !says('noinference'),
    isDepleted: says('depleted'),
    mayReadGated: isValid && says('granted'),
    mayReadPrivate: isValid && says('owner'),
  };
}

/** `GET /api/whoami-v2`. */
export function whoAmI(request: LabRequest): LabReply {
  const account = accountOf(request);
  if (account.kind === 'none') return fixture('hub/repo.401.anon', request);
  if (account.kind === 'rejected') return fixture('hub/whoami.401', request);
  if (account.mayInfer) return fixture('hub/whoami.200.finegrained', request);
  const reply = fixture('hub/whoami.200.nopermission', request);
  const { json: full } = fixture('hub/whoami.200.finegrained', request);
  return { ...reply, json: { ...asRecord(full), ...asRecord(reply.json) } };
}
