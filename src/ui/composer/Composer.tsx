import { later } from '../components/later.tsx';
import { t } from '../page/extension.ts';
import { Chips } from './Chips.tsx';
import './composer.css';
import { ComposerNote } from './ComposerNote.tsx';
import type { Opening } from './opening.ts';
import { PromptField } from './PromptField.tsx';
import { SubmitRow } from './SubmitRow.tsx';

const quote = later<object>(async () => (await import('./Quote.tsx')).Quote);
const Quote = quote.Part;

/** The prompt and settings for the next picture, at the foot of the window. */
export function Composer({ open, onOpen }: Opening) {
  return (
    <section class="composer" aria-label={t('popup_composer')}>
      <ComposerNote />
      <Quote />
      <PromptField open={open} onOpen={onOpen} />
      <Chips open={open} onOpen={onOpen} />
      <SubmitRow />
    </section>
  );
}
