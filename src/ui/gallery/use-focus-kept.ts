import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Where the focus goes, the first that is there: the open picture, the tile at which Tab stops, the text of an empty wall. */
const HOMES = ['.opened', '.wall [tabindex="0"]', '.nothing'];

/**
 * Moves the focus to what is shown now when the focused element is removed, as a tile with its picture or
 * *Undo* with its message: else the focus would fall to the page, and the next key would do nothing. Where
 * the user or a component moves the focus, it stays there.
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
      // A press beside everything takes the focus away on purpose. Some browsers send this event also for an
      // element that is being removed, so whether it is still there is looked at afterwards.
      queueMicrotask(() => {
        if (last?.isConnected && isNowhere()) last = undefined;
      });
    const watcher = new MutationObserver(() => {
      if (!isLost()) return;
      // In the next frame: a component that was just drawn may have asked for the focus itself.
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
