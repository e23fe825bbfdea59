import type { Verdict } from '../../../hub/types.ts';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { verdictKey } from '../../words/verdict-key.ts';

interface Said {
  verdict: Verdict;
  status?: number | undefined;
  retryAfterSeconds?: number | undefined;
}

/** What a source said, in a few words, with the status it said it with; of one that rests, for how long. */
export function attemptWords({ verdict, status, retryAfterSeconds }: Said): string {
  if (verdict === 'skipped' && retryAfterSeconds !== undefined)
    return t('popup_verdict_resting', asCountdown(retryAfterSeconds * 1_000));
  const words = t(`popup_verdict_${verdictKey({ verdict, status })}`);
  return status === undefined || verdict === 'present' ? words : `${words} (${status})`;
}
