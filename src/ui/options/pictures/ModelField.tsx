import { useState } from 'preact/hooks';
import type { ProviderName } from '../../../generation/index.ts';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedTextField } from '../fields/SavedTextField.tsx';
import './model-field.css';
import { useModelCheck } from './use-model-check.ts';

/** The model of a service, used when a picture names none. A model that no source has is saved only after a second press. */
export function ModelField({ provider }: { provider: ProviderName }) {
  const { settings, update } = useOptions();
  const { said, check, forget } = useModelCheck(provider);
  /** Key of the field: raised after the user insisted on a model, so that a new field without the error replaces it. */
  const [round, setRound] = useState(0);

  const save = (model: string) => update({ [provider]: { model } });
  const insist = async (model: string) => {
    if (await save(model)) return;
    forget();
    setRound(round + 1);
  };

  return (
    <div>
      <SavedTextField
        key={round}
        label={t(`options_model_${provider}`)}
        hint={t(`options_model_hint_${provider}`)}
        value={settings.value?.[provider].model ?? ''}
        onSave={async (model) => (await check(model)) ?? (await save(model))}
      />
      {said?.answer === 'absent' && (
        <p class="model-said">
          <Button small onClick={() => void insist(said.model)}>
            {t('options_model_insist')}
          </Button>
        </p>
      )}
      <p class="model-said model-caution" role="status">
        {said?.answer === 'not-run' && t('options_model_not_run')}
      </p>
    </div>
  );
}
