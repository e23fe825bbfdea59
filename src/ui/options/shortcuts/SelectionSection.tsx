import type { SelectionMode } from '../../../settings/index.ts';
import { Segments } from '../../components/index.ts';
import { requestNotifications } from '../../page/browser-settings.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useSave } from '../../page/use-save.ts';
import { Section } from '../Section.tsx';

/** What is done with text that was selected on a page: edited first, or sent straight away. */
export function SelectionSection() {
  const { settings, update } = useOptions();
  const { error, save } = useSave();
  const mode = settings.value?.selection.mode ?? 'edit-first';

  const choose = (next: SelectionMode) => {
    // A user who lets pictures run by themselves wants to be notified of their end. Asked at once: browsers
    // refuse the request later in the click.
    if (next === 'straight-away') void requestNotifications();
    void save(() => update({ selection: { mode: next } }));
  };
  return (
    <Section id="selection" title={t('options_selection')} lead={t('options_selection_lead')}>
      <div class="rows">
        <div class="choice-row">
          <Segments<SelectionMode>
            label={t('options_selection_mode')}
            value={mode}
            options={[
              { value: 'edit-first', label: t('options_edit_first') },
              { value: 'straight-away', label: t('options_straight_away') },
            ]}
            onChange={choose}
          />
          <p>{t(mode === 'edit-first' ? 'options_edit_first_hint' : 'options_straight_away_hint')}</p>
        </div>
      </div>
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
    </Section>
  );
}
