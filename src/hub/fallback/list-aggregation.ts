import { HubError } from '../answers/hub-error.ts';
import { wholeness } from '../answers/wholeness.ts';
import { limitOf, sortOf } from '../lists/list-query.ts';
import { mergeLists } from '../lists/merge-lists.ts';
import { isObject } from '../protocol/shapes.ts';
import type { Attempt, JsonObject, ListItem, Listing, ListQuery, ListReport } from '../types.ts';

export type LocalList = readonly JsonObject[];

const LOCAL = { _source: 'local', _source_url: '' };

/** Merges the local list with those of the sources. When no source gives one, returns the local list and reports the failures. */
export async function aggregate(
  local: LocalList,
  ask: () => Promise<Listing>,
  query: ListQuery,
): Promise<Listing> {
  const own = local.flatMap((item): ListItem[] =>
    isObject(item) && typeof item.id === 'string' ? [{ ...item, id: item.id, ...LOCAL }] : [],
  );
  const others = await askOrReport(ask);
  const limit = limitOf(query);
  const lists = others.sources.map(({ source }) => others.items.filter(({ _source }) => _source === source));
  const items = mergeLists([own, ...lists], { sort: sortOf(query) });
  const shown = limit === undefined ? items : items.slice(0, limit);
  return {
    items: shown,
    ...wholeness(shown.length < items.length ? 'page-limit' : others.incomplete),
    sources: [{ source: LOCAL._source, verdict: 'present', count: own.length }, ...others.sources],
  };
}

async function askOrReport(ask: () => Promise<Listing>): Promise<Listing> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return { items: [], complete: false, incomplete: 'failed-page', sources: error.attempts.map(reportOf) };
  }
}

function reportOf({ ms: _ms, cached: _cached, ...attempt }: Attempt): ListReport {
  return { ...attempt, count: 0 };
}
