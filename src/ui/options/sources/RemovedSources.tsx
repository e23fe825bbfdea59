import { RemovedSource } from './RemovedSource.tsx';
import type { RemovedSourcesState } from './use-removed-sources.ts';

export function RemovedSources({ removed }: { removed: RemovedSourcesState }) {
  return removed.list.map((source) => (
    <RemovedSource key={source.id} source={source} onGone={() => removed.drop(source.id)} />
  ));
}
