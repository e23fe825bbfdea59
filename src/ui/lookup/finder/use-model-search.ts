import { useEffect, useState } from 'preact/hooks';
import {
  LONGEST_QUERY,
  type ModelSearch,
  type Problem,
  SEARCH_PORT,
  type SearchEvent,
} from '../../../messages/index.ts';
import { connect } from '../../page/extension.ts';

/** The last results are shown until the next ones arrive, so that the page does not flicker. */
export interface SearchState {
  busy: boolean;
  search?: ModelSearch;
  problem?: Problem;
}

const PAUSE_MS = 300;
const SHORTEST_QUERY = 2;

/**
 * Searches every source when the typing pauses, and shows what each finds as it answers. A new search ends
 * the search before it. `again` repeats the search and also asks sources that are cooling down. `lists`:
 * without a query, the sources are asked which models they list.
 */
export function useModelSearch(
  query: string,
  { lists = false }: { lists?: boolean } = {},
): SearchState & { again(): void } {
  const [state, setState] = useState<SearchState>({ busy: false });
  const [attempt, setAttempt] = useState(0);
  const wanted = query.trim().slice(0, LONGEST_QUERY);
  // A new query is not a repetition: it leaves out sources that are cooling down.
  useEffect(() => setAttempt(0), [wanted]);
  useEffect(() => {
    if (wanted.length < SHORTEST_QUERY && !(lists && wanted === '')) return setState({ busy: false });
    let port: ReturnType<typeof connect> | undefined;
    setState(({ search }) => ({ busy: true, ...(search && { search }) }));
    const timer = setTimeout(() => {
      port = connect(SEARCH_PORT);
      port.onMessage.addListener((event: SearchEvent) => setState(after(event)));
      // Called only when the background closed the port.
      port.onDisconnect.addListener(() => setState(ended));
      port.postMessage({ query: wanted, fresh: attempt > 0 });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      port?.disconnect();
    };
  }, [wanted, attempt, lists]);
  return { ...state, again: () => setAttempt((before) => before + 1) };
}

function after(event: SearchEvent): SearchState {
  if (event.kind === 'problem') return { busy: false, problem: event.problem };
  return { busy: event.kind === 'part', search: event.search };
}

function ended(before: SearchState): SearchState {
  return before.busy ? { busy: false, problem: { code: 'INTERNAL' } } : before;
}
