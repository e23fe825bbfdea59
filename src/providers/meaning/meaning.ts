import { classifyStatus, type ErrorCode, type ProviderError } from '../../generation/index.ts';
import { saysBill } from './billing.ts';
import type { BodyFacts } from './body-facts.ts';
import { saysRefused } from './content-refusal.ts';
import { saysEndpointPaused, saysModelGone } from './model-gone.ts';
import { saysServiceTrouble } from './service-trouble.ts';

/** What an answer without a picture means. */
export interface Meaning {
  code: ErrorCode;
  shouldFallback: boolean;
  reason?: ProviderError['reason'];
  /** Another route of the same provider may run the model. `gone`: this route is remembered as dead; `moment`: it is not. */
  elsewhere?: 'gone' | 'moment';
}

/** Statuses at which seed 004 stops, whatever else the answer says. */
const STOPS = [400, 401];
/** Statuses that services also use for failures that are not about the request. */
const AMBIGUOUS = [400, 422];

/**
 * Classifies an answer without a picture, of any route and of Puter: by its fields, then its status, then its words (DESIGN.md,
 * "Fallback rules"). `status` is 200 for a failure that is reported in an answer with status 200.
 */
export function meaningOf(status: number, facts: BodyFacts): Meaning {
  if (saysRefused(facts)) return { code: 'CONTENT_REFUSED', shouldFallback: false };
  if (status === 402 || saysBill(facts))
    return { code: 'PAYMENT_REQUIRED', shouldFallback: !STOPS.includes(status) };
  const byStatus = status < 300 ? inSuccess() : classifyStatus(status);
  if (status === 404 || status === 410) return { ...byStatus, elsewhere: 'gone' };
  if (!AMBIGUOUS.includes(status)) return byStatus;
  if (/any provider you have enabled/i.test(facts.words)) return { ...byStatus, reason: 'provider-settings' };
  if (saysEndpointPaused(facts)) return { ...byStatus, reason: 'endpoint-paused', elsewhere: 'moment' };
  if (saysModelGone(facts)) return { ...byStatus, reason: 'model-unavailable', elsewhere: 'gone' };
  if (saysServiceTrouble(facts)) return { ...byStatus, reason: 'service-trouble', elsewhere: 'moment' };
  return byStatus;
}

function inSuccess(): Meaning {
  return { code: 'SERVER_ERROR', shouldFallback: true };
}
