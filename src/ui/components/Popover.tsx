import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import './popover.css';

interface PopoverProps {
  label: string;
  role?: 'dialog' | 'listbox' | 'menu';
  /** The button that opened the popover. It closes the popover by itself, and gets the focus back. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** A class besides `popover`, which places it. */
  class?: string;
  children: ComponentChildren;
}

/** What gets the focus first: the element with `autofocus`, the chosen option, or the first that can have it. */
const FIRST = ['[autofocus]', ':checked', '[aria-current="true"]', 'input, textarea, button, a[href]'];

/**
 * A box that covers the page below it without moving it. Escape closes it and returns the focus to its opener; a press or
 * the focus elsewhere closes it and leaves the focus there.
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
    // The content may have taken the focus already, for example a field that was refused.
    if (box.current?.contains(document.activeElement)) return;
    const first = FIRST.map((one) => box.current?.querySelector<HTMLElement>(one)).find((one) => one);
    (first ?? box.current)?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const isOutside = (target: EventTarget | null) =>
      // Without a box the popover is closed already, and the focus may be elsewhere on purpose.
      target instanceof Node &&
      box.current !== null &&
      !box.current.contains(target) &&
      !opener.current?.contains(target);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      // Otherwise the browser closes the whole popup.
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
