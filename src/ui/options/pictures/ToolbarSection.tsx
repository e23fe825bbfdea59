import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { Section } from '../Section.tsx';

/** What the button in the toolbar opens. */
export function ToolbarSection() {
  const { settings, update } = useOptions();
  return (
    <Section id="toolbar" title={t('options_toolbar_title')}>
      <div class="rows">
        <SavedSwitch
          label={t('options_toolbar_opensSidePanel')}
          hint={t('options_toolbar_hint')}
          checked={settings.value?.toolbar.opensSidePanel ?? false}
          onSave={(opensSidePanel) => update({ toolbar: { opensSidePanel } })}
        />
      </div>
    </Section>
  );
}
