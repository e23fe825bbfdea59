import { TextField } from '../../components/TextField.tsx';
import { t } from '../../extension.ts';
import { problemText } from '../../problem-text.ts';
import { usePopup } from '../context.ts';

export function SeedField() {
  const { keeper, problem, forgetProblem } = usePopup();
  const wrong = problem.value?.code === 'SEED_INVALID';
  return (
    <TextField
      label={t('popup_seed')}
      hint={t('popup_seed_hint')}
      placeholder={t('popup_seed_placeholder')}
      inputMode="numeric"
      {...(wrong && { error: problemText({ code: 'SEED_INVALID' }) })}
      value={keeper.draft.value.seed}
      onInput={(seed) => {
        if (wrong) forgetProblem();
        keeper.change({ seed });
      }}
    />
  );
}
