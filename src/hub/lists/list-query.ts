import { apiUrl } from '../protocol/urls.ts';
import type { JsonObject, ListQuery, ListSort, RepositoryType, Source } from '../types.ts';

/** How each kind of hub is asked for a list, and which filters are applied here because the hub does not know them. */

const SORT_WORDS: Record<Source['type'], Record<ListSort, string>> = {
  huggingface: { newest: 'createdAt', downloads: 'downloads', likes: 'likes', trending: 'trendingScore' },
  kohakuhub: { newest: 'recent', downloads: 'downloads', likes: 'likes', trending: 'trending' },
};

/** The property of an item that a sort goes by, in every hub's answers. */
export const SORT_KEYS: Record<ListSort, string> = SORT_WORDS.huggingface;

/** Where a source lists repositories of a type. */
export function listUrl(source: Source, type: RepositoryType, query: ListQuery): string {
  const sort = sortOf(query);
  return apiUrl(source, `${type}s`, [
    ...parameter('search', understands(source) ? query.search : undefined),
    ...parameter('author', query.author),
    ...parameter('sort', sort && SORT_WORDS[source.type][sort]),
    ...parameter('limit', limitOf(query)),
    ...parameter('pipeline_tag', understands(source) ? query.pipeline_tag : undefined),
    ...(understands(source) ? expandParameters(query) : []),
  ]);
}

/** The sort of a query; undefined when it is not a known one. */
export function sortOf({ sort }: ListQuery): ListSort | undefined {
  return sort !== undefined && Object.hasOwn(SORT_KEYS, sort) ? sort : undefined;
}

/** The limit, when it is a whole number that is not negative. */
export function limitOf({ limit }: ListQuery): number | undefined {
  return Number.isInteger(limit) && Number(limit) >= 0 ? limit : undefined;
}

/** Whether some filter has to be applied here, because the source does not know it. */
export function isFilteredHere(source: Source, { search, pipeline_tag }: ListQuery): boolean {
  return !understands(source) && Boolean(search || pipeline_tag);
}

/** Whether an item passes the filters that its source does not know. */
export function passesFilters(source: Source, item: JsonObject & { id: string }, query: ListQuery): boolean {
  if (!isFilteredHere(source, query)) return true;
  const isFound = item.id.toLowerCase().includes((query.search ?? '').toLowerCase());
  return isFound && isOfKind(item, query);
}

/** KohakuHub takes authors, sorts and limits; it ignores searches and tags. */
function understands(source: Source): boolean {
  return source.type === 'huggingface';
}

function isOfKind(item: JsonObject, { pipeline_tag, untagged }: ListQuery): boolean {
  if (!pipeline_tag || (untagged && item.pipeline_tag == null)) return true;
  return tagsOf(item).includes(pipeline_tag);
}

function tagsOf({ pipeline_tag, tags }: JsonObject): unknown[] {
  return [pipeline_tag, ...(Array.isArray(tags) ? tags : [])];
}

function parameter(name: string, value: string | number | undefined): [string, string][] {
  return value === undefined || value === '' ? [] : [[name, String(value)]];
}

/** With `expand[]` the answer holds only the named properties, so the property that the merge sorts by is added. */
function expandParameters({ expand, ...query }: ListQuery): [string, string][] {
  if (!expand || expand.length === 0) return [];
  const sort = sortOf(query);
  const properties = new Set([...expand, ...(sort ? [SORT_KEYS[sort]] : [])]);
  return [...properties].map((property) => ['expand[]', property]);
}
