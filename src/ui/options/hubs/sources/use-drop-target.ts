import { useState } from 'preact/hooks';

/** A media type of our own, so that nothing else that is dragged counts as a source. */
export const DRAGGED_SOURCE = 'application/x-understudy-source';

/** Makes an element a place to drop a source on; `onDropped` gets its id. */
export function useDropTarget(onDropped: (id: string) => void) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes(DRAGGED_SOURCE)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const id = event.dataTransfer?.getData(DRAGGED_SOURCE);
    if (!id) return;
    event.preventDefault();
    onDropped(id);
  };
  return {
    isOver,
    handlers: { onDragEnter: over, onDragOver: over, onDragLeave: () => setOver(false), onDrop: drop },
  };
}
