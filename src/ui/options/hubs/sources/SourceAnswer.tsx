import type { SourceView } from '../../../../messages/index.ts';
import { t } from '../../../page/extension.ts';
import { say } from '../../../page/sentence.ts';
import type { LastAnswer } from '../last-answer.ts';

/** A source's last answer. A bad answer is shown even in a narrow window. */
export function SourceAnswer({ source, answer }: { source: SourceView; answer: LastAnswer | undefined }) {
  if (source.token?.verdict === 'invalid')
    return <span class="source-answer source-bad">{t('chain_verdict_token_rejected')}</span>;
  if (source.token?.locked) return <span class="source-answer source-bad">{t('source_token_locked')}</span>;
  if (!answer) return null;
  return <span class={`source-answer source-${answer.tone}`}>{say(answer.words)}</span>;
}
