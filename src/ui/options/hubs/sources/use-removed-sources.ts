import { useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';

export type Removed = Pick<SourceView, 'id' | 'name'>;

export interface RemovedSourcesState {
  list: readonly Removed[];
  add(source: Removed): void;
  /** Removes the notice: the source was restored, or the notice dismissed. */
  drop(id: string): void;
}

/** The sources that were removed while this page is open. Each can be restored until its notice is dismissed. */
export function useRemovedSources(): RemovedSourcesState {
  const [list, setList] = useState<readonly Removed[]>([]);
  return {
    list,
    add: ({ id, name }) => setList((before) => [{ id, name }, ...before]),
    drop: (id) => setList((before) => before.filter((one) => one.id !== id)),
  };
}
