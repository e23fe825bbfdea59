import { defined } from '../../storage/defined.ts';
import { type Answer, attemptOf } from '../answers/answer.ts';
import { outcomeOf, shortestWait } from '../answers/decision.ts';
import { HubError } from '../answers/hub-error.ts';
import type { ListItem, Listing, ListReport } from '../types.ts';
import { type MergeOptions, mergeLists } from './merge-lists.ts';

/** What one source gave. */
export interface SourceList {
  answer: Answer;
  items: ListItem[];
  /** What is missing from a list that was given, and why. */
  failure?: Answer | undefined;
}

/** Merges what the sources gave. Throws a HubError when there were sources and none of them gave anything. */
export function listingOf(lists: readonly SourceList[], options: MergeOptions): Listing {
  if (lists.length > 0 && !lists.some(isGiven)) throw nobodyListed(lists.map(({ answer }) => answer));
  return {
    items: mergeLists(
      lists.map(({ items }) => items),
      options,
    ),
    sources: lists.map(reportOf),
  };
}

function nobodyListed(answers: readonly Answer[]): HubError {
  const outcome = outcomeOf(answers);
  const retryAfterSeconds = shortestWait(answers);
  const message = `No source gave a list: ${outcome}.`;
  return new HubError(message, outcome, answers.map(attemptOf), { retryAfterSeconds });
}

function isGiven({ answer }: SourceList): boolean {
  return answer.verdict === 'present' && answer.body !== undefined;
}

function reportOf(list: SourceList): ListReport {
  const { answer, items, failure } = list;
  const { source, status, code, message } = attemptOf(answer);
  // `present` says that there is a list.
  const verdict = answer.verdict === 'present' && !isGiven(list) ? 'invalid' : answer.verdict;
  const missing = failure && { code: failure.code ?? failure.verdict, message: failure.message };
  return { source, verdict, count: items.length, ...defined({ status, code, message, ...missing }) };
}
