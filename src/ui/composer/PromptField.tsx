import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_PROMPT_LENGTH } from '../../generation/request.ts';
import { IconButton } from '../components/IconButton.tsx';
import { t } from '../page/extension.ts';
import { focusPrompt, PROMPT_ID } from '../page/focus.ts';
import { usePopup } from '../stage/context.ts';
import type { Opening } from './opening.ts';
import { PromptCounter } from './PromptCounter.tsx';
import { recall } from './recent-prompts.ts';
import { useRefused } from './use-refused.ts';

/** The prompt. Without `maxlength`: a text that is too long is kept as it was pasted, and an error says so. */
export function PromptField({ open, onOpen }: Opening) {
  const { keeper, recent, forgetProblem } = usePopup();
  const { prompt } = keeper.draft.value;
  const { field, code } = useRefused<HTMLTextAreaElement>('PROMPT_EMPTY', 'PROMPT_TOO_LONG');
  const grown = useGrowing(field, prompt);
  useEffect(focusPrompt, []);

  function write(text: string) {
    if (code) forgetProblem();
    keeper.change({ prompt: text });
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    if (step === undefined || event.isComposing || event.shiftKey) return;
    const recalled = recall(recent.value, prompt, step);
    if (recalled === undefined || (prompt === '' && step < 0)) return;
    event.preventDefault();
    write(recalled);
    requestAnimationFrame(focusPrompt);
  }

  return (
    <div class={grown ? 'prompt prompt-grown' : 'prompt'}>
      {grown && <PromptCounter length={prompt.length} />}
      <textarea
        ref={field}
        id={PROMPT_ID}
        class="field-input prompt-field"
        // An empty field takes the page's direction, as its placeholder does.
        dir={prompt === '' ? undefined : 'auto'}
        aria-label={t('popup_prompt')}
        placeholder={t('popup_prompt_placeholder')}
        {...((code || prompt.length > MAX_PROMPT_LENGTH) && {
          'aria-invalid': true,
          'aria-describedby': 'prompt-problem',
        })}
        value={prompt}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="prompt-corner">
        <IconButton
          icon="recent"
          label={t('popup_recent_prompts')}
          data-opens="recent"
          aria-haspopup="dialog"
          aria-expanded={open.value === 'recent'}
          onClick={() => onOpen(open.value === 'recent' ? undefined : 'recent')}
        />
      </div>
    </div>
  );
}

/** Whether the field is shown higher: it has the focus and at least four lines. */
function useGrowing(field: { current: HTMLTextAreaElement | null }, text: string): boolean {
  const focused = useSignal(false);
  const long = useSignal(false);
  useEffect(() => {
    const { current } = field;
    if (!current) return;
    const note = () => {
      focused.value = document.activeElement === current;
    };
    note();
    current.addEventListener('focus', note);
    current.addEventListener('blur', note);
    return () => {
      current.removeEventListener('focus', note);
      current.removeEventListener('blur', note);
    };
  }, [field, focused]);
  const before = useRef('');
  useEffect(() => {
    const { current } = field;
    if (!current || before.current === text) return;
    before.current = text;
    // Measured with a height of 0, so that the result is the height of the text and not of the field.
    current.style.blockSize = '0';
    long.value = current.scrollHeight > LOW;
    current.style.blockSize = '';
  }, [field, text, long]);
  return focused.value && long.value;
}

/** Pixels of three lines with their padding. */
const LOW = 72;
