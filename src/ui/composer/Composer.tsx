import type { Signal } from '@preact/signals';
import { t } from '../page/extension.ts';
import { Chips } from './Chips.tsx';
import './composer.css';
import { ComposerNote } from './ComposerNote.tsx';
import type { PopoverName } from './ComposerPopover.tsx';
import { PromptField } from './PromptField.tsx';
import { SubmitRow } from './SubmitRow.tsx';

export interface Opening {
  open: Signal<PopoverName | undefined>;
  onOpen: (name: PopoverName | undefined) => void;
}

/** Everything that says what the next picture should be, docked at the foot. */
export function Composer({ open, onOpen }: Opening) {
  return (
    <section class="composer" aria-label={t('popup_composer')}>
      <ComposerNote />
      <PromptField open={open} onOpen={onOpen} />
      <Chips open={open} onOpen={onOpen} />
      <SubmitRow />
    </section>
  );
}
