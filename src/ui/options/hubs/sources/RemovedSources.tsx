import { RemovedSource } from './RemovedSource.tsx';
import type { RemovedSourcesState } from './use-removed-sources.ts';
import './removed-sources.css';

interface RemovedSourcesProps {
  removed: RemovedSourcesState;
  /** Both are called while the notice is still there: it has the focus, which then has to go elsewhere. */
  onRestored: (id: string) => void;
  onDismissed: () => void;
}

/** The notices stay in sight at the foot of the window, wherever in the list the source was removed. */
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
