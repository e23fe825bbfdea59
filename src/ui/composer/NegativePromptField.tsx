import { TextArea } from '../components/TextArea.tsx';
import { t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { usePopup } from '../stage/context.ts';
import { firstModel } from './ignored.ts';
import { useRefused } from './use-refused.ts';

export function NegativePromptField() {
  const { keeper, settings, forgetProblem } = usePopup();
  const model = firstModel(settings.value, keeper.draft.value.model);
  const { field, code } = useRefused<HTMLTextAreaElement>('NEGATIVE_PROMPT_TOO_LONG');
  return (
    <TextArea
      ref={field}
      label={t('popup_negative_prompt')}
      hint={
        model?.ignores.includes('negativePrompt')
          ? t('popup_negative_prompt_ignored', model.name)
          : t('popup_negative_prompt_hint')
      }
      {...(code && { error: problemText({ code }) })}
      rows={2}
      value={keeper.draft.value.negativePrompt}
      onInput={(negativePrompt) => {
        if (code) forgetProblem();
        keeper.change({ negativePrompt });
      }}
    />
  );
}
