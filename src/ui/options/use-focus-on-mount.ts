import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the focus to an element as it appears, or to the first button in it; only when `wanted` is true then. */
export function useFocusOnMount<Element extends HTMLElement>(wanted: boolean): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const first = useRef(wanted);
  useLayoutEffect(() => {
    if (!first.current || !element.current) return;
    const { current } = element;
    const target = current.matches('button, input, textarea, select, [tabindex]')
      ? current
      : current.querySelector<HTMLElement>('button, input');
    target?.focus();
  }, []);
  return element;
}
