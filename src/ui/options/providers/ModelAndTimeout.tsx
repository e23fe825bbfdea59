import type { ProviderName } from '../../../generation/index.ts';
import { DEFINITION } from '../../../settings/definition.ts';
import { t } from '../../page/extension.ts';
import { inSeconds, toMilliseconds, toSeconds } from '../fields/numbers.ts';
import { SavedNumberField } from '../fields/SavedNumberField.tsx';
import { SavedTextField } from '../fields/SavedTextField.tsx';
import { useOptions } from '../options-context.ts';

interface ModelAndTimeoutProps {
  provider: ProviderName;
  own: { model: string; timeoutMs: number };
  modelHint: string;
}

/** The two settings both providers have. */
export function ModelAndTimeout({ provider, own, modelHint }: ModelAndTimeoutProps) {
  const { update } = useOptions();
  return (
    <div class="pair">
      <SavedTextField
        label={t('options_model')}
        hint={modelHint}
        value={own.model}
        onSave={(model) => update({ [provider]: { model } })}
      />
      <SavedNumberField
        label={t('options_timeout')}
        hint={t('options_timeout_hint')}
        value={toSeconds(own.timeoutMs)}
        limits={inSeconds(DEFINITION[provider].timeoutMs.limits)}
        onSave={(seconds) => update({ [provider]: { timeoutMs: toMilliseconds(seconds) } })}
      />
    </div>
  );
}
