import { isModelId } from '../../../generation/request.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/TextField.tsx';
import { ask, t } from '../../extension.ts';
import { problemText } from '../../problem-text.ts';
import { usePopup } from '../context.ts';

export function ModelField({ onFindModel }: { onFindModel: () => void }) {
  const { keeper, problem, settings, forgetProblem } = usePopup();
  const { model } = keeper.draft.value;
  const wrong = problem.value?.code === 'MODEL_INVALID';

  /** A pasted address becomes the id it speaks of. */
  async function understand() {
    const text = model.trim();
    if (text === '' || isModelId(text)) return;
    const reply = await ask('parseRepository', { text: text.slice(0, 2000) });
    const unchanged = keeper.draft.value.model === model;
    if (unchanged && reply.ok && reply.value.repository.type === 'model')
      keeper.change({ model: reply.value.repository.id });
  }

  return (
    <div class="model-field">
      <TextField
        label={t('popup_model')}
        hint={t('popup_model_hint')}
        placeholder={settings.value?.huggingface.model ?? ''}
        spellcheck={false}
        dir="ltr"
        {...(wrong && { error: problemText({ code: 'MODEL_INVALID' }) })}
        value={model}
        onInput={(text) => {
          if (wrong) forgetProblem();
          keeper.change({ model: text });
        }}
        onBlur={understand}
      />
      <div class="row">
        <Button small icon="search" onClick={onFindModel}>
          {t('popup_find_model')}
        </Button>
        {model !== '' && (
          <Button small variant="quiet" onClick={() => keeper.change({ model: '' })}>
            {t('popup_model_reset')}
          </Button>
        )}
      </div>
    </div>
  );
}
