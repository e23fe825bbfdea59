import { PROMPT_ID } from './composer/PromptField.tsx';

/** For when what had the focus is gone. */
export function focusPrompt(): void {
  document.getElementById(PROMPT_ID)?.focus();
}
