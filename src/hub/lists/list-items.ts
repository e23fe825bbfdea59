import { isObject } from '../protocol/shapes.ts';
import { provenanceOf } from '../protocol/source-url.ts';
import { isFromElsewhere } from '../protocol/verdict.ts';
import type { ListItem, RepositoryType, Source } from '../types.ts';

/** A source's own repositories among what it listed, with our tags instead of the hub's. */
export function itemsOf(source: Source, listed: readonly unknown[], type?: RepositoryType): ListItem[] {
  return listed.flatMap((item) => {
    if (!isObject(item) || typeof item.id !== 'string' || isFromElsewhere(item)) return [];
    const { alternatives: _theirs, ...own } = item;
    return [{ ...own, id: item.id, ...(type && { type }), ...provenanceOf(source) }];
  });
}
