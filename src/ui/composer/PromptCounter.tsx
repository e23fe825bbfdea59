import { MAX_PROMPT_LENGTH } from '../../generation/request.ts';
import { t, uiLanguage } from '../page/extension.ts';

const NEAR = MAX_PROMPT_LENGTH * 0.9;

/** Appears near the limit. */
export function PromptCounter({ length }: { length: number }) {
  if (length < NEAR) return null;
  const format = new Intl.NumberFormat(uiLanguage());
  return (
    <span class={length > MAX_PROMPT_LENGTH ? 'prompt-counter prompt-counter-over' : 'prompt-counter'}>
      {t('popup_prompt_counter', format.format(length), format.format(MAX_PROMPT_LENGTH))}
    </span>
  );
}
