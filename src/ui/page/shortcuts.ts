interface Keys {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  preventDefault(): void;
}

/** What the keys do now: one of the two, as the button on the page. */
interface Deeds {
  generate?(): void;
  cancel?(): void;
}

/** Ctrl/⌘+Enter generates; Escape cancels, and closes the popup only where there is nothing to cancel. */
export function handleShortcut(event: Keys, { generate, cancel }: Deeds): void {
  // Enter and Escape belong to an input method while it composes; a held key is one press.
  if (event.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (!event.repeat) generate?.();
  }
  if (event.key === 'Escape' && cancel) {
    event.preventDefault();
    if (!event.repeat) cancel();
  }
}
