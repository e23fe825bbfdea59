import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusFree } from './free-focus.ts';

interface Focusing extends FocusOptions {
  /** For an element that appears beside a button that was pressed and still has the focus. */
  fromButton?: boolean;
}

/**
 * Focuses an element when it is mounted, if `wanted` is true then and the user has not moved the focus elsewhere.
 * `preventScroll`: for an element that is always visible.
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
