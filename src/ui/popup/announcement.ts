import { signal } from '@preact/signals';

const STAYS_MS = 6_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A sentence that stands in the status line for a moment, in place of the progress. */
export const announcement = signal('');

export function announce(text: string): void {
  clearTimeout(timer);
  announcement.value = text;
  timer = setTimeout(() => {
    announcement.value = '';
  }, STAYS_MS);
}
