import { useEffect } from 'preact/hooks';
import { MAX_PROMPT_LENGTH } from '../../generation/request.ts';
import { TextArea } from '../components/TextArea.tsx';
import { t } from '../page/extension.ts';
import { PROMPT_ID } from '../page/focus.ts';
import { problemText } from '../page/problem-text.ts';
import { usePopup } from '../stage/context.ts';
import { PromptCounter } from './PromptCounter.tsx';
import { useRefused } from './use-refused.ts';

/** Not limited by the browser: a longer text is kept as it was pasted, and said to be too long. */
export function PromptField() {
  const { keeper, forgetProblem } = usePopup();
  const { prompt } = keeper.draft.value;
  const { field, code } = useRefused<HTMLTextAreaElement>('PROMPT_EMPTY', 'PROMPT_TOO_LONG');
  const empty = code === 'PROMPT_EMPTY';
  const tooLong = prompt.length > MAX_PROMPT_LENGTH;

  useEffect(() => field.current?.focus(), [field]);

  return (
    <TextArea
      ref={field}
      id={PROMPT_ID}
      label={t('popup_prompt')}
      placeholder={t('popup_prompt_placeholder')}
      aside={<PromptCounter length={prompt.length} />}
      {...(tooLong && { error: problemText({ code: 'PROMPT_TOO_LONG' }) })}
      {...(empty && { error: problemText({ code: 'PROMPT_EMPTY' }) })}
      value={prompt}
      onInput={(text) => {
        if (code) forgetProblem();
        keeper.change({ prompt: text });
      }}
    />
  );
}
