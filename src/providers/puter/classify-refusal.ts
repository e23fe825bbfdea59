import { classifyStatus, type ErrorCode, type ProviderError, redact } from '../../generation/index.ts';
import { puterFailure } from './puter-failure.ts';

/** What Puter said when it made no picture. */
export interface Refusal {
  status: number;
  code?: string | undefined;
  /** Its own words. */
  message?: string | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
}

type Meaning = Pick<ProviderError, 'reason'> & { code: ErrorCode };

const MODEL_GONE = /model not found|no longer available|excluded by data policy/i;
const MODERATION =
  /moderat|safety|\bunsafe\b|nsfw|content[\s_-]?policy|polic(y|ies) violation|violat|flagged|prohibited|inappropriate|sensitive/i;

const ACCOUNT: Meaning = { code: 'FORBIDDEN', reason: 'account' };

/** Codes that say more than their status. */
const BY_CODE: Record<string, Meaning> = {
  upstream_provider_unavailable: { code: 'SERVICE_UNAVAILABLE' },
  upstream_rate_limited: { code: 'RATE_LIMIT' },
  too_many_requests: { code: 'RATE_LIMIT' },
  insufficient_funds: { code: 'PAYMENT_REQUIRED' },
  token_missing: { code: 'UNAUTHORIZED' },
  token_auth_failed: { code: 'UNAUTHORIZED' },
  reauth_required: { code: 'UNAUTHORIZED' },
  moderation_flagged: { code: 'CONTENT_REFUSED' },
  email_confirmation_required: ACCOUNT,
  email_must_be_confirmed: ACCOUNT,
  phone_verification_required: ACCOUNT,
  card_verification_required: ACCOUNT,
  account_suspended: ACCOUNT,
  app_blocked: ACCOUNT,
};

/** Statuses under which Puter reports different things, told apart by code and words. 200 is its older envelope. */
const AMBIGUOUS = new Set([200, 400, 403]);

/** Puter's refusal as this project's failure. Its words are kept as `detail`, without the token. */
export function classifyRefusal(refusal: Refusal, token: string): ProviderError {
  const { status, message, retryAfter } = refusal;
  const detail = message === undefined ? undefined : redact(message, [token]);
  const { code, reason } = meaning(refusal);
  // Elsewhere the header says nothing of when this request would be answered.
  const waits = code === 'RATE_LIMIT' || code === 'SERVICE_UNAVAILABLE';
  return puterFailure(code, {
    ...(status !== 200 && { status }),
    ...(waits && retryAfter !== undefined && { retryAfter }),
    ...(detail && { detail }),
    ...(reason && { reason }),
  });
}

function meaning({ status, code = '', message = '' }: Refusal): Meaning {
  if (AMBIGUOUS.has(status)) {
    const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
    if (known) return known;
    if (MODEL_GONE.test(message)) return { code: 'MODEL_UNAVAILABLE' };
    if (/^(upstream_bad_request|bad_request|forbidden)$/.test(code) && MODERATION.test(message))
      return { code: 'CONTENT_REFUSED' };
    if (code === 'permission_denied') return { code: 'FORBIDDEN' };
  }
  return { code: status === 200 ? 'SERVER_ERROR' : classifyStatus(status).code };
}
