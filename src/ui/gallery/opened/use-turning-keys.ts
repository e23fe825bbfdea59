import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useGallery } from '../context.ts';

const FIELDS = 'input, textarea, select, [role="toolbar"], [role="slider"]';

/** Keys while a picture is open: arrows show the next one, Delete deletes, Escape closes. Not in controls that use these keys themselves. */
export function useTurningKeys(box: RefObject<HTMLElement | null>): void {
  const { view, actions } = useGallery();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest(FIELDS) && event.key !== 'Escape') return;
      const rightToLeft = document.documentElement.dir === 'rtl';
      const open = view.openId.value;
      if (event.key === 'ArrowRight') view.turn(rightToLeft ? -1 : 1);
      else if (event.key === 'ArrowLeft') view.turn(rightToLeft ? 1 : -1);
      else if (event.key === 'Delete' && open !== undefined) void actions.remove([open]);
      else if (event.key === 'Escape') closeOpened(view);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [view, actions, box]);
}

/** Closes the picture; its tile gets the focus. */
export function closeOpened({ openId, enlarged, returnTo }: ReturnType<typeof useGallery>['view']): void {
  returnTo.value = openId.value;
  enlarged.value = false;
  openId.value = undefined;
}
