import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Disclosure } from '../../components/Disclosure.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { t } from '../../extension.ts';
import { problemText } from '../../problem-text.ts';
import { usePopup } from '../context.ts';
import type { Draft } from './draft.ts';
import { ModelField } from './ModelField.tsx';
import { SeedField } from './SeedField.tsx';
import { SizeShapes } from './SizeShapes.tsx';

const OWN_PROBLEMS = ['NEGATIVE_PROMPT_TOO_LONG', 'SIZE_INVALID', 'SEED_INVALID', 'MODEL_INVALID'];

/** What is needed now and then. Opens by itself when something in it is wrong. */
export function MoreSettings({ onFindModel }: { onFindModel: () => void }) {
  const { keeper, problem } = usePopup();
  const open = useSignal(false);
  const draft = keeper.draft.value;
  const wrong = problem.value?.code;
  useEffect(() => {
    if (wrong && OWN_PROBLEMS.includes(wrong)) open.value = true;
  }, [wrong, open]);

  return (
    <Disclosure
      summary={t('popup_more')}
      note={open.value ? undefined : summary(draft)}
      open={open.value}
      onToggle={(now) => {
        open.value = now;
      }}
    >
      <SizeShapes />
      <TextArea
        label={t('popup_negative_prompt')}
        hint={t('popup_negative_prompt_hint')}
        {...(wrong === 'NEGATIVE_PROMPT_TOO_LONG' && { error: problemText({ code: wrong }) })}
        rows={2}
        value={draft.negativePrompt}
        onInput={(negativePrompt) => keeper.change({ negativePrompt })}
      />
      <SeedField />
      <ModelField onFindModel={onFindModel} />
    </Disclosure>
  );
}

/** What differs from the usual, so that it is not forgotten while it is folded away. */
function summary({ shape, seed, model, negativePrompt }: Draft): string {
  return [
    t(`popup_size_${shape}`),
    seed.trim() && `${t('popup_seed')} ${seed.trim()}`,
    model.trim(),
    negativePrompt.trim() && `${t('popup_negative_prompt')} …`,
  ]
    .filter(Boolean)
    .join(' · ');
}
