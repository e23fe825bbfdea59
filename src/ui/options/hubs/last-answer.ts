import type { Attempt } from '../../../hub/types.ts';
import type { ReplyOf } from '../../../messages/index.ts';
import { sentence } from '../../page/name-sentence.ts';
import type { Sentence } from '../../page/sentence.ts';
import { formatMilliseconds } from '../../words/format-milliseconds.ts';
import { verdictKey } from '../../words/verdict-key.ts';

/** What a source said when it was last asked from this page. */
export interface LastAnswer {
  tone: 'good' | 'bad';
  words: Sentence;
}

/** What an attempt of a lookup shows about the source itself; undefined when the source was not asked. */
export function answerOfAttempt({ verdict, ms, status, cached }: Attempt, language: string) {
  if (cached || verdict === 'skipped' || verdict === 'cancelled') return undefined;
  const broken = ['unreachable', 'invalid', 'token-rejected', 'rate-limited'].includes(verdict);
  if (broken) return bad(`chain_verdict_${verdictKey({ verdict, status })}`);
  return answered(ms, language);
}

/** What a test shows about the source; undefined when it could not be asked. */
export function answerOfTest(reply: ReplyOf<'testSource'>, language: string): LastAnswer | undefined {
  if (!reply.ok) return undefined;
  const { reachable, type, token, wants, ms } = reply.value;
  if (!reachable) return bad('chain_verdict_unreachable');
  if (wants === 'token') return bad('source_wants_token');
  if (wants) return bad('chain_verdict_token_rejected');
  if (type === undefined) return bad('chain_verdict_invalid');
  if (token === 'invalid') return bad('chain_verdict_token_rejected');
  return answered(ms, language);
}

function answered(ms: number | undefined, language: string): LastAnswer {
  const words =
    ms === undefined
      ? sentence('source_answered')
      : sentence('source_answered_in', formatMilliseconds(ms, language));
  return { tone: 'good', words };
}

function bad(key: string): LastAnswer {
  return { tone: 'bad', words: sentence(key) };
}
