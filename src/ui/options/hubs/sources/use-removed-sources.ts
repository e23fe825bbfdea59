import { useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';

export type Removed = Pick<SourceView, 'id' | 'name'>;

export interface RemovedSourcesState {
  list: readonly Removed[];
  add(source: Removed): void;
  /** Forgets that it was removed: it is back, or its notice was dismissed. */
  drop(id: string): void;
}

/** What was removed while this page is open: each can be undone until its notice is dismissed. */
export function useRemovedSources(): RemovedSourcesState {
  const [list, setList] = useState<readonly Removed[]>([]);
  return {
    list,
    add: ({ id, name }) => setList((before) => [{ id, name }, ...before]),
    drop: (id) => setList((before) => before.filter((one) => one.id !== id)),
  };
}
