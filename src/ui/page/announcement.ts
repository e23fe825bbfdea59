import { signal } from '@preact/signals';

const STAYS_AT_LEAST_MS = 6_000;
/** Slow reading, per character. */
const READING_MS = 90;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A sentence that is shown for a moment, wherever the page is scrolled to. */
export const announcement = signal('');

export function announce(text: string): void {
  clearTimeout(timer);
  announcement.value = text;
  timer = setTimeout(
    () => {
      announcement.value = '';
    },
    Math.max(STAYS_AT_LEAST_MS, text.length * READING_MS),
  );
}
