import { asShowing, type Showing } from '../../messages/index.ts';
import { onQuestion } from './extension.ts';

/** Milliseconds in which a page hears of what has just ended and draws it. The background waits a little longer for its answer. */
const DRAWN_WITHIN_MS = 400;
const EVERY_MS = 40;

/** Tells the background when this page shows how a job ended, so that no notification says the same. */
export function answerShowing(shows: (asked: Showing) => boolean): void {
  onQuestion((message) => {
    const asked = asShowing(message);
    if (!asked || document.visibilityState !== 'visible') return false;
    return soon(() => document.visibilityState === 'visible' && shows(asked));
  });
}

/** Whether it comes true within the time that a page takes to draw. */
async function soon(isTrue: () => boolean): Promise<boolean> {
  const end = performance.now() + DRAWN_WITHIN_MS;
  while (!isTrue()) {
    if (performance.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return true;
}
