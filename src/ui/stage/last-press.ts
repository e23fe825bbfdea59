/** The events that count as presses by a person. */
const PRESSES = ['keydown', 'click'] as const;

/**
 * Watches a page for presses. The returned function tells when the latest one was made, in milliseconds on
 * the clock of `performance.now`; 0 before the first.
 *
 * A busy page handles the two presses of a double click long after they were made, and perhaps with a long
 * time between: only the time stamps of the events tell how close together they were made.
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
