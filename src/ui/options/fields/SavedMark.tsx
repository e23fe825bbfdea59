import { Icon } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import './saved-mark.css';

/** Shows that a setting was saved; the live region announces the same. */
export function SavedMark({ state }: { state: 'idle' | 'saving' | 'saved' }) {
  if (state === 'idle') return null;
  return (
    <span class="saved-mark" aria-hidden="true">
      {state === 'saved' && <Icon name="check" size={14} />}
      {t(state === 'saved' ? 'options_saved' : 'options_saving')}
    </span>
  );
}
