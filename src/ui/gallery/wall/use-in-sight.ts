import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * How wide the inside of a box is, how far it is scrolled, and how much of it is in sight, in pixels. When
 * `what` changes, since the box then shows something else, the box is scrolled to its top before any of that
 * is drawn.
 */
export function useInSight(box: RefObject<HTMLElement | null>, what: unknown): Sight {
  const [sight, setSight] = useState<Sight & { what: unknown }>({ width: 0, top: 0, height: 0, what });
  const seen = useRef(what);
  seen.current = what;
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () => {
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(current);
      const padding = Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd);
      const next = {
        width: Math.floor(current.clientWidth - padding),
        top: current.scrollTop,
        height: current.clientHeight,
        what: seen.current,
      };
      // Updated after each half screen and not each pixel, since a whole screen around the visible part is rendered.
      setSight((last) => (isNear(last, next) ? last : next));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      watcher.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [box]);
  const isOther = sight.what !== what;
  useLayoutEffect(() => {
    if (!isOther) return;
    if (box.current) box.current.scrollTop = 0;
    setSight((last) => ({ ...last, top: 0, what }));
  }, [what]);
  return isOther ? { ...sight, top: 0 } : sight;
}

interface Sight {
  width: number;
  top: number;
  height: number;
}

function isNear(last: Sight, next: Sight): boolean {
  const moved = Math.abs(last.top - next.top);
  return last.width === next.width && last.height === next.height && moved < next.height / 2;
}
