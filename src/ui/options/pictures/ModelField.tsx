import type { ProviderName } from '../../../generation/index.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedTextField } from '../fields/SavedTextField.tsx';

/** The model a service is asked for when a picture names none of its own. */
export function ModelField({ provider }: { provider: ProviderName }) {
  const { settings, update } = useOptions();
  return (
    <SavedTextField
      label={t(`options_model_${provider}`)}
      hint={t(`options_model_hint_${provider}`)}
      value={settings.value?.[provider].model ?? ''}
      onSave={(model) => update({ [provider]: { model } })}
    />
  );
}
