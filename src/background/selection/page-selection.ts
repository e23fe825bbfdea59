/**
 * The selected text of a frame, or of the focused field in it. The function is sent into the page as source text, so it must
 * not use anything from outside its own body.
 */
export function selectedText(): string {
  const field = document.activeElement;
  // Only these fields are read, so never a password.
  const isReadable =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && ['text', 'search', 'url'].includes(field.type));
  const inField = isReadable ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
  return inField || String(globalThis.getSelection() ?? '');
}
