import type { Answer } from '../answers/answer.ts';
import type { Question } from '../protocol/question.ts';
import type { Source } from '../types.ts';
import type { Ask } from './client.ts';

const MOST_PAGES = 20;

export interface Pages {
  items: unknown[];
  /** What came of the first page. */
  answer: Answer;
  /** What came of a later page instead of a list. */
  failure?: Answer | undefined;
}

/**
 * Asks for a list and follows `Link: rel="next"`, on the source's own origin only, until `isEnough` says so. Stops
 * after twenty pages and at a page that was there before.
 */
export async function collectPages(
  ask: Ask,
  source: Source,
  first: Question,
  signal: AbortSignal,
  isEnough: (items: readonly unknown[]) => boolean = () => false,
): Promise<Pages> {
  const items: unknown[] = [];
  const seen = new Set([first.url]);
  const answer = await ask(source, first, signal);
  for (let page = answer; ; ) {
    if (!Array.isArray(page.body))
      return page === answer ? { items, answer } : { items, answer, failure: page };
    for (const item of page.body) items.push(item);
    const url = page.next && ownAnswersOnly(source, page.next);
    if (!url || seen.has(url) || seen.size >= MOST_PAGES || isEnough(items)) return { items, answer };
    seen.add(url);
    page = await ask(source, { ...withoutForm(first), url }, signal);
  }
}

function withoutForm({ form: _posted, ...question }: Question): Question {
  return question;
}

/** A KohakuHub's link to the next page need not repeat that it is to answer for itself alone. */
function ownAnswersOnly(source: Source, url: string): string {
  if (source.type !== 'kohakuhub') return url;
  const next = new URL(url);
  next.searchParams.set('fallback', 'false');
  return next.href;
}
