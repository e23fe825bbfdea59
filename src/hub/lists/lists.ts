import { throwIfAborted } from '../../web/wait.ts';
import type { Ask } from '../client/client.ts';
import type { CoolDowns } from '../client/cool-down.ts';
import { collectPages, type Pages } from '../client/pages.ts';
import { everySource, maySpeakFor, sourcesForOwner } from '../config.ts';
import { ownerOf } from '../protocol/identifiers.ts';
import { listQuestion } from '../protocol/questions.ts';
import type { Hub, HubSettings, ListQuery, RepositoryType, Source } from '../types.ts';
import { itemsOf } from './list-items.ts';
import { isFilteredHere, limitOf, listUrl, passesFilters, sortOf } from './list-query.ts';
import { listingOf, reportOf, type SourceList } from './listing.ts';

interface ListPorts {
  sources: () => readonly Source[];
  settings: () => HubSettings;
  coolDowns: CoolDowns;
  ask: Ask;
}

/** The most items that are collected from one source when the caller sets no limit. */
const MOST_ITEMS = 1_000;

/** Lists repositories of all sources at once. A source that fails is reported; the lists of the others are still given. */
export function createList({ sources, settings, coolDowns, ask }: ListPorts): Hub['list'] {
  return async (type, query = {}, { signal, fresh, onSource } = {}) => {
    throwIfAborted(signal);
    const all = settings().enabled ? sources() : [];
    const asked = query.author ? sourcesForOwner(all, query.author) : everySource(all);
    const never = new AbortController().signal;
    const lists = await Promise.all(
      asked.map(async (source): Promise<SourceList> => {
        const skipped = fresh ? undefined : await coolDowns.skipped(source);
        const list = skipped
          ? { answer: skipped, items: [] }
          : await listOf(source, type, query, signal ?? never);
        const items = list.items.filter(({ id }) => maySpeakFor(source, ownerOf(id), all));
        onSource?.({ items, report: reportOf({ ...list, items }) });
        return { ...list, items };
      }),
    );
    return listingOf(lists, { sort: sortOf(query), limit: limitOf(query) });
  };

  async function listOf(
    source: Source,
    type: RepositoryType,
    query: ListQuery,
    signal: AbortSignal,
  ): Promise<SourceList> {
    const wanted = limitOf(query) ?? MOST_ITEMS;
    const fitting = (items: readonly unknown[]) =>
      itemsOf(source, items).filter((item) => passesFilters(source, item, query));
    const isEnough = (items: readonly unknown[]) => fitting(items).length >= wanted;
    const collect = (limit: ListQuery['limit']) =>
      collectPages(ask, source, listQuestion(listUrl(source, type, { ...query, limit })), signal, isEnough);

    let pages = await collect(query.limit);
    if (isFilteredHere(source, query) && isCutShort(pages, wanted) && !isEnough(pages.items)) {
      const wider = await collect(MOST_ITEMS);
      if (wider.answer.verdict === 'present') pages = wider;
    }
    return { ...pages, items: fitting(pages.items) };
  }
}

/** Whether the limit cut the source's list. Then there may be matching items beyond it, in place of those that were filtered out here. */
function isCutShort({ items, answer }: Pages, limit: number): boolean {
  return answer.verdict === 'present' && limit < MOST_ITEMS && items.length >= limit;
}
