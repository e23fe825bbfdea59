import { TextField } from '../components/TextField.tsx';
import { t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';
import { usePopup } from '../stage/context.ts';
import { firstModel } from './ignored.ts';
import { useRefused } from './use-refused.ts';

export function SeedField() {
  const { keeper, settings, forgetProblem } = usePopup();
  const model = firstModel(settings.value, keeper.draft.value.model);
  const { field, code } = useRefused<HTMLInputElement>('SEED_INVALID');
  return (
    <TextField
      ref={field}
      label={t('popup_seed')}
      hint={model?.ignores.includes('seed') ? t('popup_seed_ignored', model.name) : t('popup_seed_hint')}
      placeholder={t('popup_seed_placeholder')}
      inputMode="numeric"
      {...(code && { error: problemText({ code }) })}
      value={keeper.draft.value.seed}
      onInput={(seed) => {
        if (code) forgetProblem();
        keeper.change({ seed });
      }}
    />
  );
}
