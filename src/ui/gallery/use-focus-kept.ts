import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Where the focus goes, the first that is there: the open picture, the tile at which Tab stops, what is said of an empty wall. */
const HOMES = ['.opened', '.wall [tabindex="0"]', '.nothing'];

/**
 * Where a focused element is taken away, as a tile with its picture or *Undo* with its message, the focus would fall to the page,
 * and the next key lead nowhere: it goes to what is shown now. Where the user or a component moves it, it stays there.
 */
export function useFocusKept(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    let last: Element | undefined;
    const isLost = () => last !== undefined && !last.isConnected && isNowhere();
    const onFocus = ({ target }: Event) => {
      last = target instanceof Element ? target : undefined;
    };
    const onBlur = () =>
      // A press beside everything is no loss. Some browsers say this of an element that is being taken away, too.
      queueMicrotask(() => {
        if (last?.isConnected && isNowhere()) last = undefined;
      });
    const watcher = new MutationObserver(() => {
      if (!isLost()) return;
      // After a component that was just drawn has asked for the focus itself.
      requestAnimationFrame(() => {
        if (!isLost()) return;
        const home = HOMES.map((home) => current.querySelector<HTMLElement>(home)).find(
          (one) => one !== null,
        );
        home?.focus({ preventScroll: true });
      });
    });
    watcher.observe(current, { childList: true, subtree: true });
    current.addEventListener('focusin', onFocus);
    current.addEventListener('focusout', onBlur);
    return () => {
      watcher.disconnect();
      current.removeEventListener('focusin', onFocus);
      current.removeEventListener('focusout', onBlur);
    };
  }, [box]);
}

function isNowhere(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}
