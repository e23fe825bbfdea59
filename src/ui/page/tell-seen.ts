import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { askSoon } from './extension.ts';

/**
 * For a page that shows how jobs ended: while the page is visible, tells the background that they were seen, so that the
 * toolbar button need not say it any longer.
 *
 * @param unseen Whether a job of this page is marked as not seen. Left out: not known here.
 */
export function tellSeen(unseen: ReadonlySignal<boolean> = signal(true)): void {
  const tell = () => {
    if (unseen.value && document.visibilityState === 'visible') void askSoon('seen', {});
  };
  effect(tell);
  document.addEventListener('visibilitychange', tell);
}
