import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import './popover.css';

interface PopoverProps {
  label: string;
  role?: 'dialog' | 'listbox' | 'menu';
  /** What opened it: pressing that is its own affair, and it gets the focus back. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** Adds to `popover`, for its place. */
  class?: string;
  children: ComponentChildren;
}

/** Where the focus goes first: where the author says, to what is chosen, or to the first that takes it. */
const FIRST = ['[autofocus]', ':checked', '[aria-current="true"]', 'input, textarea, button, a[href]'];

/**
 * Something that covers what is below it and never pushes. Escape closes it and gives the focus back to its opener; a
 * press or the focus elsewhere closes it and leaves the focus there.
 */
export function Popover({
  label,
  role = 'dialog',
  opener,
  onClose,
  class: place = '',
  children,
}: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // What is inside may have taken it: a field that was refused.
    if (box.current?.contains(document.activeElement)) return;
    const first = FIRST.map((one) => box.current?.querySelector<HTMLElement>(one)).find((one) => one);
    (first ?? box.current)?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const isOutside = (target: EventTarget | null) =>
      // Without a box it is closed already, and what has the focus may be another's.
      target instanceof Node &&
      box.current !== null &&
      !box.current.contains(target) &&
      !opener.current?.contains(target);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      // The browser would close the whole popup.
      event.preventDefault();
      onClose();
      opener.current?.focus();
    };
    const onElsewhere = (event: Event) => isOutside(event.target) && onClose();
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onElsewhere, true);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onElsewhere, true);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [onClose, opener]);

  const named = { role, 'aria-label': label };
  return (
    <div ref={box} class={`popover ${place}`.trim()} tabIndex={-1} {...named}>
      {children}
    </div>
  );
}
