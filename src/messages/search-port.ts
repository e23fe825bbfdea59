import * as z from 'zod/mini';
import type { Problem } from './problems.ts';
import type { ModelSearch } from './views.ts';

export const SEARCH_PORT = 'search-models';

/** Characters. */
export const LONGEST_QUERY = 300;

/**
 * What a page sends through the port `search-models`; closing the port ends the search. `fresh`: also asks sources that are
 * cooling down.
 */
export const searchRequest = z.lazy(() =>
  z.strictObject({ query: z.string().check(z.maxLength(LONGEST_QUERY)), fresh: z.boolean() }),
);

/** What the background posts on the port `search-models`: the results so far after each answer, then all results. */
export type SearchEvent =
  | { kind: 'part' | 'whole'; search: ModelSearch }
  | { kind: 'problem'; problem: Problem };
