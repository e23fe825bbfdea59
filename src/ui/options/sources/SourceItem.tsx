import { useId, useRef, useState } from 'preact/hooks';
import type { SourceView } from '../../../messages/index.ts';
import { isFocusFree } from '../../page/free-focus.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { DragHandle } from './DragHandle.tsx';
import { EditSource } from './EditSource.tsx';
import { LockMark } from './LockMark.tsx';
import { SourceActions } from './SourceActions.tsx';
import { SourceEnabled } from './SourceEnabled.tsx';
import { SourceFacts } from './SourceFacts.tsx';
import { useDropTarget } from './use-drop-target.ts';

interface SourceItemProps {
  source: SourceView;
  index: number;
  count: number;
  locked: boolean;
  onMove: (offset: -1 | 1) => void;
  /** Another source was dropped here. */
  onDropped: (id: string) => void;
  onRemoved: () => void;
}

export function SourceItem({ source, index, count, locked, ...on }: SourceItemProps) {
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  const [editing, setEditing] = useState(false);
  const [edited, setEdited] = useState(false);
  const stopEditing = () => {
    setEditing(false);
    setEdited(true);
  };
  const focusSwitch = () => {
    if (isFocusFree(item.current)) item.current?.querySelector('input')?.focus();
  };
  const { isOver, handlers } = useDropTarget(on.onDropped);
  const names = ['source', isOver && 'source-over', !source.enabled && 'source-off'];
  return (
    <li
      class={names.filter(Boolean).join(' ')}
      id={`source-${source.id}`}
      tabIndex={-1}
      aria-labelledby={id}
      ref={item}
      {...handlers}
    >
      <div class="source-top">
        {locked ? <LockMark /> : <DragHandle id={source.id} item={item} />}
        <span class="source-place" aria-hidden="true">
          {index + 1}
        </span>
        <h3 class="source-name" id={id}>
          {source.name}
        </h3>
        <SourceEnabled source={source} locked={locked} />
      </div>
      {!editing && <SourceFacts source={source} onAllowed={focusSwitch} />}
      {editing ? (
        <EditSource source={source} onDone={stopEditing} />
      ) : (
        <div class="source-actions">
          {!locked && <OrderButtons describedBy={id} index={index} count={count} onMove={on.onMove} />}
          <SourceActions
            source={source}
            locked={locked}
            describedBy={id}
            focus={edited}
            onEdit={() => setEditing(true)}
            onRemoved={on.onRemoved}
          />
        </div>
      )}
    </li>
  );
}
