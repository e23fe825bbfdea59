import type { Verdict } from '../../../hub/types.ts';
import { t } from '../../page/extension.ts';
import { verdictKey } from '../../words/verdict-key.ts';

/** What a source said, in a few words, with the status it said it with. */
export function verdictWords(verdict: Verdict, status: number | undefined): string {
  const words = t(`popup_verdict_${verdictKey({ verdict, status })}`);
  return status === undefined || verdict === 'present' ? words : `${words} (${status})`;
}
