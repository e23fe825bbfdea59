import { defined } from '../../storage/defined.ts';
import { type Answer, attemptOf } from '../answers/answer.ts';
import { outcomeOf, shortestWait } from '../answers/decision.ts';
import { HubError } from '../answers/hub-error.ts';
import { wholeness } from '../answers/wholeness.ts';
import type { Incomplete, ListItem, Listing, ListReport } from '../types.ts';
import { type MergeOptions, mergeLists } from './merge-lists.ts';

/** The list of one source, or its failure. */
export interface SourceList {
  answer: Answer;
  items: ListItem[];
  /** What is missing from a list that was given, and why. */
  failure?: Answer | undefined;
  incomplete?: Incomplete | undefined;
}

/** Merges what the sources gave. Throws a HubError when there were sources and none of them gave anything. */
export function listingOf(lists: readonly SourceList[], options: MergeOptions): Listing {
  if (lists.length > 0 && !lists.some(isGiven)) throw nobodyListed(lists.map(({ answer }) => answer));
  const items = mergeLists(
    lists.map(({ items }) => items),
    { sort: options.sort },
  );
  const shown = options.limit === undefined ? items : items.slice(0, options.limit);
  const incomplete = shown.length < items.length ? 'page-limit' : incompleteIn(lists);
  return { items: shown, sources: lists.map(reportOf), ...wholeness(incomplete) };
}

/** Why the merged list is not complete. A source that failed counts as a page that did not come; a source that has no such list does not. */
function incompleteIn(lists: readonly SourceList[]): Incomplete | undefined {
  const cut = lists.find(({ incomplete }) => incomplete !== undefined)?.incomplete;
  const isMissing = lists.some((list) => !isGiven(list) && list.answer.verdict !== 'absent');
  return cut ?? (isMissing ? 'failed-page' : undefined);
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

/** The verdict on a source, for the report. */
export function reportOf(list: SourceList): ListReport {
  const { answer, items, failure, incomplete } = list;
  const { source, status, code, message, retryAfterSeconds } = attemptOf(answer);
  // In a report `present` means that the source gave a list.
  const verdict = answer.verdict === 'present' && !isGiven(list) ? 'invalid' : answer.verdict;
  const missing = failure && { code: failure.code ?? failure.verdict, message: failure.message };
  const details = defined({ status, code, message, retryAfterSeconds, incomplete, ...missing });
  return { source, verdict, count: items.length, ...details };
}
