import { signal } from '@preact/signals';
import type { ToastWords } from '../components/Toast.tsx';

const STAYS_AT_LEAST_MS = 6_000;
/** What can be taken back stays longer. */
const WITH_ACTION_MS = 10_000;
/** Slow reading, per character. */
const READING_MS = 90;

/** A sentence that is shown for a moment; each a new object, so that the same one twice is said twice. */
export const announcement = signal<ToastWords | undefined>(undefined);

export function announce(text: string, action?: ToastWords['action']): void {
  announcement.value = { text, ...(action && { action }) };
}

export function endAnnouncement(): void {
  announcement.value = undefined;
}

/** How long a sentence stays. */
export function staysMs({ text, action }: ToastWords): number {
  return Math.max(action ? WITH_ACTION_MS : STAYS_AT_LEAST_MS, text.length * READING_MS);
}
