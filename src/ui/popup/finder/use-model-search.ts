import { useEffect, useState } from 'preact/hooks';
import type { ModelSearch, Problem } from '../../../messages/index.ts';
import { ask } from '../../extension.ts';

export type SearchState =
  | { state: 'idle' }
  | { state: 'searching' }
  | { state: 'found'; search: ModelSearch }
  | { state: 'failed'; problem: Problem };

const PAUSE_MS = 300;
const SHORTEST_QUERY = 2;
const LONGEST_QUERY = 300;

/** Searches every source when the typing pauses. An answer to an earlier query is dropped. */
export function useModelSearch(query: string): SearchState {
  const [state, setState] = useState<SearchState>({ state: 'idle' });
  const wanted = query.trim().slice(0, LONGEST_QUERY);
  useEffect(() => {
    if (wanted.length < SHORTEST_QUERY) return setState({ state: 'idle' });
    let stale = false;
    setState({ state: 'searching' });
    const timer = setTimeout(async () => {
      const reply = await ask('searchModels', { query: wanted });
      if (stale) return;
      setState(
        reply.ok ? { state: 'found', search: reply.value } : { state: 'failed', problem: reply.problem },
      );
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return state;
}
