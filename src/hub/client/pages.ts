import type { Answer } from '../answers/answer.ts';
import type { Question } from '../protocol/question.ts';
import type { Incomplete, Source } from '../types.ts';
import type { Ask } from './client.ts';

const MOST_PAGES = 20;
/** The most entries, and bytes of JSON, that are collected of one list. */
const MOST_ENTRIES = 100_000;
const MOST_BYTES = 40_000_000;

export interface Pages {
  items: unknown[];
  /** The answer to the first page. */
  answer: Answer;
  /** The answer to a later page, when it was not a list. */
  failure?: Answer | undefined;
  /** Why this is not the whole list. */
  incomplete?: Incomplete | undefined;
}

/**
 * Asks for a list and follows its links to next pages until `isEnough` says so. The list is whole only when
 * the last page named no next page; every other end is reported in `incomplete`.
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
  let sizeBytes = 0;
  for (let page = answer; ; ) {
    if (!Array.isArray(page.body)) return page === answer ? { items, answer } : brokenOff(page);
    for (const item of page.body.slice(0, MOST_ENTRIES - items.length)) items.push(item);
    sizeBytes += page.sizeBytes ?? 0;
    const url = page.next;
    if (url === undefined) return items.length < MOST_ENTRIES ? { items, answer } : cutShort('page-limit');
    if (url === 'unusable' || seen.has(url)) return cutShort('next-link');
    if (sizeBytes >= MOST_BYTES) return cutShort('too-large');
    if (seen.size >= MOST_PAGES || items.length >= MOST_ENTRIES || isEnough(items))
      return cutShort('page-limit');
    seen.add(url);
    page = await ask(source, { ...withoutForm(first), url }, signal);
  }

  function cutShort(incomplete: Incomplete): Pages {
    return { items, answer, incomplete };
  }

  function brokenOff(failure: Answer): Pages {
    const incomplete = failure.reason === 'too-large' ? 'too-large' : 'failed-page';
    return { items, answer, failure, incomplete };
  }
}

function withoutForm({ form: _posted, ...question }: Question): Question {
  return question;
}
