import { MAX_PROMPT_LENGTH } from '../../generation/request.ts';
import { t, uiLanguage } from '../page/extension.ts';

/** Above a long prompt: the shortcut that starts the picture, and how many characters are used. */
export function PromptCounter({ length }: { length: number }) {
  const format = new Intl.NumberFormat(uiLanguage());
  const key = /Mac|iP(?:hone|ad)/.test(navigator.platform) ? '⌘' : t('popup_key_control');
  return (
    <p class={length > MAX_PROMPT_LENGTH ? 'prompt-counter prompt-counter-over' : 'prompt-counter'}>
      <span>{t('popup_starts_it', key)}</span>
      <span>{t('popup_prompt_counter', format.format(length), format.format(MAX_PROMPT_LENGTH))}</span>
    </p>
  );
}
