import { useId, useRef, useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';
import { Button } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { isFocusFree } from '../../../page/free-focus.ts';
import { OrderButtons } from '../../fields/OrderButtons.tsx';
import type { HubsState } from '../hubs-state.ts';
import { DragHandle } from './DragHandle.tsx';
import { LockMark } from './LockMark.tsx';
import { SourceAnswer } from './SourceAnswer.tsx';
import { SourceMore } from './SourceMore.tsx';
import { SourceProblem } from './SourceProblem.tsx';
import { SourceSwitches } from './SourceSwitches.tsx';
import { SourceWords } from './SourceWords.tsx';
import { useDropTarget } from './use-drop-target.ts';

interface SourceItemProps {
  source: SourceView;
  hubs: HubsState;
  index: number;
  count: number;
  locked: boolean;
  onMove: (offset: -1 | 1) => void;
  /** Another source was dropped here. */
  onDropped: (id: string) => void;
  onRemoved: () => void;
}

/** One source: a row with the frequent actions; the others are in a part that unfolds below. */
export function SourceItem({ source, hubs, index, count, locked, ...on }: SourceItemProps) {
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const { isOver, handlers } = useDropTarget(on.onDropped);
  const names = ['source', isOver && 'source-over', !source.enabled && 'source-off'];
  const focusSwitch = () => {
    if (isFocusFree(item.current)) item.current?.querySelector('input')?.focus();
  };
  return (
    <li
      class={names.filter(Boolean).join(' ')}
      id={`source-${source.id}`}
      tabIndex={-1}
      aria-labelledby={id}
      ref={item}
      {...handlers}
    >
      <div class="source-row">
        {locked ? <LockMark /> : <DragHandle id={source.id} item={item} />}
        <span class="source-place" aria-hidden="true">
          {index + 1}
        </span>
        <SourceWords id={id} source={source} />
        <SourceAnswer source={source} answer={hubs.answers.value[source.id]} />
        {!locked && <OrderButtons describedBy={id} index={index} count={count} onMove={on.onMove} />}
        <SourceSwitches source={source} locked={locked} describedBy={id} onRemoved={on.onRemoved} />
        <Button
          small
          iconOnly
          variant="quiet"
          icon="more"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('source_more', source.name)}
        </Button>
      </div>
      <SourceProblem source={source} onAllowed={focusSwitch} />
      {unfolded && <SourceMore source={source} hubs={hubs} locked={locked} describedBy={id} />}
    </li>
  );
}
