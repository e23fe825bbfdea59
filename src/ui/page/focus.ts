/** The ids of what takes the focus when what had it is gone. */
export const PROMPT_ID = 'prompt';
export const STAGE_ID = 'stage';

export function focusPrompt(): void {
  document.getElementById(PROMPT_ID)?.focus();
}

/** For after what may have taken away the button that was pressed. */
export function rescueFocus(): void {
  // What changed is drawn by then.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusStage();
  });
}

/** Without scrolling: the stage brings itself into view. */
export function focusStage(): void {
  document.getElementById(STAGE_ID)?.focus({ preventScroll: true });
}
