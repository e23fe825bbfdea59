interface Keys {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  preventDefault(): void;
}

/** Ctrl/⌘+Enter generates. Escape is not taken: it closes what is open, then the popup, and never cancels. */
export function handleShortcut(event: Keys, generate: () => void): void {
  // While an input method composes, Enter belongs to it. A held key counts as one press.
  if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (!event.repeat) generate();
}
