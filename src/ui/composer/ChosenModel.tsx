import { Button } from '../components/Button.tsx';
import { announce } from '../page/announcement.ts';
import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { usePopup } from '../stage/context.ts';

/** A model other than the usual one, in sight while its field is folded away, with the way back. */
export function ChosenModel() {
  const { keeper, forgetProblem } = usePopup();
  const model = keeper.draft.value.model.trim();
  if (model === '') return null;

  function reset() {
    keeper.change({ model: '' });
    forgetProblem();
    announce(t('popup_model_was_reset'));
    focusPrompt();
  }

  return (
    <div class="chosen-model">
      <span class="field-label">{t('popup_model')}</span>
      <bdi class="chosen-model-id">{model}</bdi>
      <Button small variant="quiet" icon="close" iconOnly onClick={reset}>
        {t('popup_model_reset')}
      </Button>
    </div>
  );
}
