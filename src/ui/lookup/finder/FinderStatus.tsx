import type { ReadonlySignal } from '@preact/signals';

/** The one live sentence of this view. What it says stands on the page as well, where it belongs. */
export function FinderStatus({ text }: { text: ReadonlySignal<string> }) {
  return (
    <p role="status" class="visually-hidden">
      {text.value}
    </p>
  );
}
