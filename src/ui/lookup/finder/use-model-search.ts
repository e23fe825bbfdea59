import { useEffect, useState } from 'preact/hooks';
import type { ModelSearch, Problem } from '../../../messages/index.ts';
import { ask } from '../../page/extension.ts';

/** What was found last stays while the next is looked for, so that the page does not flicker. */
export interface SearchState {
  busy: boolean;
  search?: ModelSearch;
  problem?: Problem;
}

const PAUSE_MS = 300;
const SHORTEST_QUERY = 2;
const LONGEST_QUERY = 300;

/** Searches every source when the typing pauses, and anew when asked to. An answer to an earlier query is dropped. */
export function useModelSearch(query: string): SearchState & { again(): void } {
  const [state, setState] = useState<SearchState>({ busy: false });
  const [attempt, setAttempt] = useState(0);
  const wanted = query.trim().slice(0, LONGEST_QUERY);
  useEffect(() => {
    if (wanted.length < SHORTEST_QUERY) return setState({ busy: false });
    let stale = false;
    setState(({ search }) => ({ busy: true, ...(search && { search }) }));
    const timer = setTimeout(async () => {
      const reply = await ask('searchModels', { query: wanted });
      if (stale) return;
      setState({ busy: false, ...(reply.ok ? { search: reply.value } : { problem: reply.problem }) });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted, attempt]);
  return { ...state, again: () => setAttempt((before) => before + 1) };
}
