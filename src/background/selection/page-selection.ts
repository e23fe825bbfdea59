/** What is selected in a frame, in its text or in a field of it. Travels into the page: uses nothing from around it. */
export function selectedText(): string {
  const field = document.activeElement;
  // Never what is typed as a password.
  const isReadable =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && ['text', 'search', 'url'].includes(field.type));
  const inField = isReadable ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
  return inField || String(globalThis.getSelection() ?? '');
}
