import { useSignal } from '@preact/signals';
import { Disclosure } from '../components/Disclosure.tsx';
import { t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { ChosenModel } from './ChosenModel.tsx';
import type { Draft } from './draft.ts';
import { ModelField } from './ModelField.tsx';
import { NegativePromptField } from './NegativePromptField.tsx';
import { SeedField } from './SeedField.tsx';
import { SizeShapes } from './SizeShapes.tsx';

/** What is needed now and then. */
export function MoreSettings({ onFindModel }: { onFindModel: () => void }) {
  const { keeper } = usePopup();
  const open = useSignal(false);

  return (
    <>
      <Disclosure
        summary={t('popup_more')}
        note={open.value ? undefined : summary(keeper.draft.value)}
        open={open.value}
        onToggle={(now) => {
          open.value = now;
        }}
      >
        <SizeShapes />
        <NegativePromptField />
        <SeedField />
        <ModelField onFindModel={onFindModel} />
      </Disclosure>
      {!open.value && <ChosenModel />}
    </>
  );
}

/** What differs from the usual, so that it is not forgotten while it is folded away. The model has a line of its own. */
function summary({ shape, seed, negativePrompt }: Draft): string {
  return [
    t(`popup_size_${shape}`),
    seed.trim() && `${t('popup_seed')} ${seed.trim()}`,
    negativePrompt.trim() && `${t('popup_negative_prompt')} …`,
  ]
    .filter(Boolean)
    .join(' · ');
}
