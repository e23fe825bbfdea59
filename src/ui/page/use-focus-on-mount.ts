import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusFree } from './free-focus.ts';

interface Focusing extends FocusOptions {
  /** For what appears at once, beside the button that was pressed: that one still has the focus. */
  fromButton?: boolean;
}

/**
 * Gives the focus to an element as it appears; only when `wanted` is true then, and nobody has gone on to something else.
 * `preventScroll`: for what is in sight wherever the page is scrolled to.
 */
export function useFocusOnMount<Element extends HTMLElement>(
  wanted: boolean,
  { fromButton = false, ...options }: Focusing = {},
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const first = useRef(wanted);
  useLayoutEffect(() => {
    if (first.current && (fromButton || isFocusFree())) element.current?.focus(options);
  }, []);
  return element;
}
