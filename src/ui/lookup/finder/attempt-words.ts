import type { Verdict } from '../../../hub/types.ts';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { verdictKey } from '../../words/verdict-key.ts';

interface Said {
  verdict: Verdict;
  status?: number | undefined;
  retryAfterSeconds?: number | undefined;
}

/** A source's answer in a few words, with its HTTP status, or how long it is still cooling down. */
export function attemptWords({ verdict, status, retryAfterSeconds }: Said): string {
  if (verdict === 'skipped' && retryAfterSeconds !== undefined)
    return t('popup_verdict_resting', asCountdown(retryAfterSeconds * 1_000));
  const words = t(`popup_verdict_${verdictKey({ verdict, status })}`);
  return status === undefined || verdict === 'present' ? words : `${words} (${status})`;
}
