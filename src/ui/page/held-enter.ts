/**
 * Elements that a browser presses again and again while Enter is held on them. In a text area and in editable
 * text, Enter makes new lines instead.
 */
const PRESSED_BY_ENTER = 'button, a, summary, input, [role="button"]';

/**
 * Lets a held Enter press a button, a link or a form once, as a held mouse button does. Browsers repeat the
 * press for as long as the key is down, and each press could be paid for.
 */
export function pressOnce(page: Pick<EventTarget, 'addEventListener'>): void {
  page.addEventListener(
    'keydown',
    (event) => {
      const { key, repeat, target } = event as KeyboardEvent;
      if (repeat && key === 'Enter' && (target as Element | null)?.closest?.(PRESSED_BY_ENTER))
        event.preventDefault();
    },
    { capture: true },
  );
}
