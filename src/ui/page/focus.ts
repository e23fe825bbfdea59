/** The ids of what takes the focus when what had it is gone. */
export const PROMPT_ID = 'prompt';
export const STAGE_ID = 'stage';

export function focusPrompt(): void {
  const prompt = document.getElementById(PROMPT_ID);
  prompt?.focus();
  // The caret at the end: what is typed next goes on from there.
  if (prompt instanceof HTMLTextAreaElement)
    prompt.setSelectionRange(prompt.value.length, prompt.value.length);
}

/** For after what may have taken away the button that was pressed. */
export function rescueFocus(): void {
  // What changed is drawn by then.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusStage();
  });
}

export function focusStage(): void {
  document.getElementById(STAGE_ID)?.focus({ preventScroll: true });
}
