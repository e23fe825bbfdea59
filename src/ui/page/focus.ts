/** The ids of the elements that get the focus when the focused element is gone. */
export const PROMPT_ID = 'prompt';
export const STAGE_ID = 'stage';

export function focusPrompt(): void {
  const prompt = document.getElementById(PROMPT_ID);
  prompt?.focus();
  // Puts the caret at the end.
  if (prompt instanceof HTMLTextAreaElement)
    prompt.setSelectionRange(prompt.value.length, prompt.value.length);
}

/** Moves the focus to the stage, if the pressed button was removed. */
export function rescueFocus(): void {
  // Waits for a frame: the change that removes the button is rendered first.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusStage();
  });
}

export function focusStage(): void {
  document.getElementById(STAGE_ID)?.focus({ preventScroll: true });
}
