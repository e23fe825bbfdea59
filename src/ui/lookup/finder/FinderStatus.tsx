import type { ReadonlySignal } from '@preact/signals';

/** The only live region of the finder. Its sentence is also shown on the page. */
export function FinderStatus({ text }: { text: ReadonlySignal<string> }) {
  return (
    <p role="status" class="visually-hidden">
      {text.value}
    </p>
  );
}
