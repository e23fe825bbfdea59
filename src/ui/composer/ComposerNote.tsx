import { MAX_PROMPT_LENGTH } from '../../generation/request.ts';
import { IconButton } from '../components/IconButton.tsx';
import { t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { usePopup } from '../stage/context.ts';
import { withQuote } from './quote.ts';

/** One line over the composer: what is wrong with the prompt, or which of its alternatives would be sent. It does not move the composer. */
export function ComposerNote() {
  const { keeper, picks, problem } = usePopup();
  const { prompt, quote } = keeper.draft.value;
  const tooLong =
    withQuote(quote, prompt).length > MAX_PROMPT_LENGTH || problem.value?.code === 'PROMPT_TOO_LONG';
  if (tooLong || problem.value?.code === 'PROMPT_EMPTY')
    return (
      <p class="composer-note composer-wrong" role="alert" id="prompt-problem">
        {problemText({ code: tooLong ? 'PROMPT_TOO_LONG' : 'PROMPT_EMPTY' })}
      </p>
    );
  if (!picks.picked.value) return null;
  return (
    <div class="composer-note">
      <p>
        <span class="quiet">{t('popup_will_send')}</span> <bdi>{withQuote(quote, picks.prompt.value)}</bdi>
      </p>
      <IconButton icon="again" label={t('popup_pick_again')} onClick={picks.again} />
    </div>
  );
}
