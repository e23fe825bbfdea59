import { RemovedSource } from './RemovedSource.tsx';
import type { RemovedSourcesState } from './use-removed-sources.ts';

interface RemovedSourcesProps {
  removed: RemovedSourcesState;
  /** Called when a notice, and the focus in it, has gone. */
  onGone: () => void;
}

export function RemovedSources({ removed, onGone }: RemovedSourcesProps) {
  const drop = (id: string) => {
    removed.drop(id);
    onGone();
  };
  return removed.list.map((source) => (
    <RemovedSource key={source.id} source={source} onGone={() => drop(source.id)} />
  ));
}
