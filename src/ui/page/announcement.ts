import { signal } from '@preact/signals';
import type { ToastWords } from '../components/Toast.tsx';

const STAYS_AT_LEAST_MS = 6_000;
/** Milliseconds that a message with an undo button stays. */
const WITH_ACTION_MS = 10_000;
/** Milliseconds per character, for slow readers. */
const READING_MS = 90;

/** A sentence that is shown for a moment. Each is a new object, so that the same sentence is announced twice. */
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
