import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { usePopup } from '../stage/context.ts';
import { asTyped } from './alternatives.ts';
import type { PopoverContent } from './opening.ts';

/** The last prompts; choosing one puts it into the prompt field. */
export function RecentPrompts({ onClose }: PopoverContent) {
  const { keeper, recent } = usePopup();
  function take(prompt: string) {
    keeper.change({ prompt: asTyped(prompt) });
    onClose();
    focusPrompt();
  }
  if (recent.value.length === 0) return <p class="quiet recent-none">{t('popup_recent_none')}</p>;
  return (
    <ul>
      {recent.value.map((prompt) => (
        <li key={prompt}>
          <button type="button" class="menu-item" onClick={() => take(prompt)}>
            <bdi class="recent-prompt">{prompt}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
