import type { Answer } from '../answers/answer.ts';
import type { Ask } from '../client/client.ts';
import { collectPages } from '../client/pages.ts';
import { itemsOf } from '../lists/list-items.ts';
import { listUrl } from '../lists/list-query.ts';
import type { SourceList } from '../lists/listing.ts';
import { listQuestion, reposQuestion } from '../protocol/questions.ts';
import { listIn, REPOSITORY_TYPES } from '../protocol/shapes.ts';
import { apiUrl } from '../protocol/urls.ts';
import type { ListItem, Source } from '../types.ts';

const MOST_ITEMS = 1_000;

/** Asks a source for all repositories of a user: one question to a KohakuHub, three to Hugging Face. */
export function askForRepos(
  ask: Ask,
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<SourceList> {
  const from = source.type === 'kohakuhub' ? askKohakuHub : askHuggingFace;
  return from(ask, source, name, signal);
}

async function askKohakuHub(
  ask: Ask,
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<SourceList> {
  const url = apiUrl(source, `users/${encodeURIComponent(name)}/repos`);
  const answer = await ask(source, reposQuestion(url), signal);
  return {
    answer,
    items: REPOSITORY_TYPES.flatMap((type) => itemsOf(source, listIn(answer.body, type), type)),
  };
}

async function askHuggingFace(
  ask: Ask,
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<SourceList> {
  const lists = await Promise.all(
    REPOSITORY_TYPES.map(async (type): Promise<SourceList> => {
      const question = listQuestion(listUrl(source, type, { author: name }));
      const { items, ...pages } = await collectPages(
        ask,
        source,
        question,
        signal,
        (items) => items.length >= MOST_ITEMS,
      );
      return { ...pages, items: itemsOf(source, items, type) };
    }),
  );
  return together(source, lists);
}

/**
 * Joins a source's lists by type. A source that gave some of them counts as present, and the failure is
 * reported; a source that gave none is unreachable.
 */
function together(source: Source, lists: readonly SourceList[]): SourceList {
  const items: ListItem[] = lists.flatMap((list) => list.items);
  const given = lists.find(({ answer }) => answer.verdict === 'present');
  const failure: Answer | undefined = lists
    .map(({ answer, failure }) => (answer.verdict === 'present' ? failure : answer))
    .find((failed) => failed !== undefined);
  const cut = lists.find(({ incomplete }) => incomplete !== undefined)?.incomplete;
  const incomplete = cut ?? (failure ? 'failed-page' : undefined);
  if (given) return { answer: given.answer, items, failure, incomplete };
  return { answer: { source, ...failure, verdict: 'unreachable' }, items };
}
