import { announce } from '../page/announcement.ts';
import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';

/** Says what was put into the composer, with a way back to what was there, which leads to the prompt. */
export function announceReplaced(sentence: string, undo: () => void): void {
  const run = () => {
    undo();
    focusPrompt();
  };
  announce(sentence, { label: t('common_undo'), run });
}
