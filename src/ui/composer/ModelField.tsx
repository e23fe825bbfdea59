import { isModelId } from '../../generation/request.ts';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/TextField.tsx';
import { ask, t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { usePopup } from '../stage/context.ts';
import { useRefused } from './use-refused.ts';

export function ModelField({ onFindModel }: { onFindModel: () => void }) {
  const { keeper, settings, forgetProblem } = usePopup();
  const { model } = keeper.draft.value;
  const { field, code } = useRefused<HTMLInputElement>('MODEL_INVALID');

  function write(text: string) {
    if (code) forgetProblem();
    keeper.change({ model: text });
  }

  function reset() {
    write('');
    field.current?.focus();
  }

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
        ref={field}
        label={t('popup_model')}
        hint={t('popup_model_hint')}
        placeholder={settings.value?.huggingface.model ?? ''}
        spellcheck={false}
        dir="ltr"
        {...(code && { error: problemText({ code }) })}
        value={model}
        onInput={write}
        onBlur={understand}
      />
      <div class="row">
        <Button small icon="search" onClick={onFindModel}>
          {t('popup_find_model')}
        </Button>
        {model !== '' && (
          <Button small variant="quiet" onClick={reset}>
            {t('popup_model_reset')}
          </Button>
        )}
      </div>
    </div>
  );
}
