import { classifyStatus, type ErrorCode, type ProviderError, redact } from '../../generation/index.ts';
import { type BodyFacts, factsInBody } from '../meaning/body-facts.ts';
import { saysRefused } from '../meaning/content-refusal.ts';
import { meaningOf } from '../meaning/meaning.ts';
import { saysModelGone } from '../meaning/model-gone.ts';
import { puterFailure } from './puter-failure.ts';

/** Puter's answer when it made no picture. */
export interface Refusal {
  status: number;
  code?: string | undefined;
  /** Puter's own words. */
  message?: string | undefined;
  /** What the body's fields say; left out: read from `code` and `message`. */
  facts?: BodyFacts | undefined;
  /** Seconds until Puter can be asked again. */
  retryAfter?: number | undefined;
}

type Meaning = Pick<ProviderError, 'reason'> & { code: ErrorCode; shouldFallback?: boolean };

const ACCOUNT: Meaning = { code: 'FORBIDDEN', reason: 'account' };

/** Puter's own error codes that say more than the status of the answer. */
const BY_CODE: Record<string, Meaning> = {
  upstream_provider_unavailable: { code: 'SERVICE_UNAVAILABLE' },
  upstream_rate_limited: { code: 'RATE_LIMIT' },
  too_many_requests: { code: 'RATE_LIMIT' },
  insufficient_funds: { code: 'PAYMENT_REQUIRED' },
  token_missing: { code: 'UNAUTHORIZED' },
  token_auth_failed: { code: 'UNAUTHORIZED' },
  reauth_required: { code: 'UNAUTHORIZED' },
  email_confirmation_required: ACCOUNT,
  email_must_be_confirmed: ACCOUNT,
  phone_verification_required: ACCOUNT,
  card_verification_required: ACCOUNT,
  account_suspended: ACCOUNT,
  app_blocked: ACCOUNT,
  permission_denied: { code: 'FORBIDDEN' },
};

/** Statuses with which Puter reports different failures; code and words tell which. 200 is that of its older envelope. */
const AMBIGUOUS = new Set([200, 400, 403]);

/** Turns Puter's refusal into a `ProviderError`. Puter's words are kept as `detail`, without the token. */
export function classifyRefusal(refusal: Refusal, token: string): ProviderError {
  const { status, message, retryAfter } = refusal;
  const detail = message === undefined ? undefined : redact(message, [token]);
  const { code, reason, shouldFallback } = meaning(refusal);
  // With other failures a waiting time does not mean that the same request will be answered after it.
  const waits = code === 'RATE_LIMIT' || code === 'SERVICE_UNAVAILABLE';
  return puterFailure(code, {
    ...(status !== 200 && { status }),
    ...(waits && retryAfter !== undefined && { retryAfter }),
    ...(detail && { detail }),
    ...(reason && { reason }),
    ...(shouldFallback !== undefined && { shouldFallback }),
  });
}

function meaning({ status, code = '', message, facts = factsInBody({ code, message }) }: Refusal): Meaning {
  if (saysRefused(facts)) return { code: 'CONTENT_REFUSED' };
  if (AMBIGUOUS.has(status)) {
    const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
    if (known) return known;
    if (saysModelGone(facts)) return { code: 'MODEL_UNAVAILABLE' };
    const { vendorStatus = 0 } = facts;
    if (vendorStatus === 429 || vendorStatus >= 500) return { code: classifyStatus(vendorStatus).code };
  }
  const { code: meant, shouldFallback, reason } = meaningOf(status, facts);
  return { code: meant, shouldFallback, ...(reason && { reason }) };
}
