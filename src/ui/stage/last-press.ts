/** What a press of a person is heard as. */
const PRESSES = ['keydown', 'click'] as const;

/**
 * Watches a page for presses. The returned function tells when the latest one was made, in milliseconds on the clock of
 * `performance.now`; 0 before the first.
 *
 * A page that was busy hears of two presses of a double click long after they were made, and perhaps with a long time between:
 * how far apart they were meant is said by the events alone.
 */
export function watchPresses(page: Pick<EventTarget, 'addEventListener'>): () => number {
  let last = 0;
  for (const name of PRESSES)
    page.addEventListener(
      name,
      ({ timeStamp }) => {
        last = timeStamp;
      },
      { capture: true, passive: true },
    );
  return () => last;
}
