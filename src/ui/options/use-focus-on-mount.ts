import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus to an element as it appears, or to the first button in it; only when `wanted` is true then.
 * `preventScroll`: for what is in sight wherever the page is scrolled to.
 */
export function useFocusOnMount<Element extends HTMLElement>(
  wanted: boolean,
  options?: FocusOptions,
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const first = useRef(wanted);
  useLayoutEffect(() => {
    if (!first.current || !element.current) return;
    const { current } = element;
    const target = current.matches('button, input, textarea, select, [tabindex]')
      ? current
      : current.querySelector<HTMLElement>('button, input');
    target?.focus(options);
  }, []);
  return element;
}
