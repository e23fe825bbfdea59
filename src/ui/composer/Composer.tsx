import './composer.css';
import { MoreSettings } from './MoreSettings.tsx';
import { PromptField } from './PromptField.tsx';
import { StyleChips } from './StyleChips.tsx';
import { SubmitRow } from './SubmitRow.tsx';

/** Everything that says what the next picture should be. */
export function Composer({ onFindModel }: { onFindModel: () => void }) {
  return (
    <section class="composer">
      <PromptField />
      <StyleChips />
      <MoreSettings onFindModel={onFindModel} />
      <SubmitRow />
    </section>
  );
}
