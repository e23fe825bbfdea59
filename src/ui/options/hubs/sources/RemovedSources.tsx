import { RemovedSource } from './RemovedSource.tsx';
import type { RemovedSourcesState } from './use-removed-sources.ts';
import './removed-sources.css';

interface RemovedSourcesProps {
  removed: RemovedSourcesState;
  /** Both are called before the notice disappears: it has the focus, which must then be moved. */
  onRestored: (id: string) => void;
  onDismissed: () => void;
}

/** The notices on removed sources, always visible at the foot of the window. */
export function RemovedSources({ removed, onRestored, onDismissed }: RemovedSourcesProps) {
  if (removed.list.length === 0) return null;
  return (
    <div class="removed-sources">
      {removed.list.map((source) => (
        <RemovedSource
          key={source.id}
          source={source}
          onRestored={() => {
            onRestored(source.id);
            removed.drop(source.id);
          }}
          onDismissed={() => {
            onDismissed();
            removed.drop(source.id);
          }}
        />
      ))}
    </div>
  );
}
