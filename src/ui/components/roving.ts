import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Makes the buttons and links inside a box one stop of the Tab key, with arrows, Home and End between them. Left and
 * right are swapped in right-to-left languages.
 */
export function useRoving(box: RefObject<HTMLElement | null>): void {
  // After each rendering, since buttons come and go.
  useLayoutEffect(() => {
    const stops = stopsIn(box.current);
    const current = stops.find((stop) => stop === document.activeElement);
    select(stops, current ?? stops.find((stop) => stop.getAttribute('aria-current') === 'true') ?? stops[0]);
  });
  useLayoutEffect(() => {
    const element = box.current;
    const onKey = (event: KeyboardEvent) => {
      const stops = stopsIn(element);
      const place = stops.indexOf(document.activeElement as HTMLElement);
      const target = place < 0 ? undefined : goal(event.key, stops, place, isTurned(element));
      if (!target) return;
      event.preventDefault();
      select(stops, target);
      target.focus();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [box]);
}

const stopsIn = (box: HTMLElement | null) => [
  ...(box?.querySelectorAll<HTMLElement>('button:enabled, a[href]') ?? []),
];

const isTurned = (box: Element | null) => box !== null && getComputedStyle(box).direction === 'rtl';

function select(stops: HTMLElement[], chosen: HTMLElement | undefined): void {
  for (const stop of stops) stop.tabIndex = stop === chosen ? 0 : -1;
}

/** The element that a key leads to; undefined for other keys. */
function goal(key: string, stops: HTMLElement[], place: number, turned: boolean): HTMLElement | undefined {
  if (key === 'Home') return stops[0];
  if (key === 'End') return stops.at(-1);
  const step = (STEPS[key] ?? 0) * (turned && /Left|Right/.test(key) ? -1 : 1);
  return step === 0 ? undefined : stops[(place + step + stops.length) % stops.length];
}
