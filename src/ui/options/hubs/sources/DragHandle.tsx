import type { RefObject } from 'preact';
import { Icon } from '../../../components/index.ts';
import { DRAGGED_SOURCE } from './use-drop-target.ts';

/** A handle to drag a source with a pointer. The buttons do the same with the keyboard. */
export function DragHandle({ id, item }: { id: string; item: RefObject<HTMLElement | null> }) {
  const start = (event: DragEvent) => {
    if (!event.dataTransfer) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData(DRAGGED_SOURCE, id);
    if (item.current) event.dataTransfer.setDragImage(item.current, 16, 16);
  };
  return (
    <span class="source-drag" draggable onDragStart={start} aria-hidden="true">
      <Icon name="drag" />
    </span>
  );
}
