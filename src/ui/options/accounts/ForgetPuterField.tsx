import { Select } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useSave } from '../../page/use-save.ts';
import { SavedMark } from '../fields/SavedMark.tsx';

const DAYS = [0, 7, 30, 90];

/** After how many days without use Puter's token is forgotten. */
export function ForgetPuterField() {
  const { settings, update } = useOptions();
  const { error, state, save } = useSave();
  const days = settings.value?.accounts.forgetPuterAfterDays ?? 0;
  const offered = DAYS.includes(days) ? DAYS : [...DAYS, days];
  return (
    <Select
      label={t('options_accounts_forgetPuterAfterDays')}
      hint={t('options_accounts_forgetPuterAfterDays_hint')}
      error={error}
      aside={<SavedMark state={state} />}
      value={String(days)}
      options={offered.map((value) => ({
        value: String(value),
        label: value === 0 ? t('options_forget_never') : t('options_forget_days', value),
      }))}
      onChange={(value) => void save(() => update({ accounts: { forgetPuterAfterDays: Number(value) } }))}
    />
  );
}
