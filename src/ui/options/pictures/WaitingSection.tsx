import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { Section } from '../Section.tsx';

/** Whether a picture waits for a service. */
export function WaitingSection() {
  const { settings, update } = useOptions();
  const view = settings.value;
  if (!view) return null;
  return (
    <Section id="waiting" title={t('options_waiting_title')}>
      <div class="rows">
        <SavedSwitch
          label={t('options_jobs_waits')}
          hint={t('options_jobs_waits_hint')}
          checked={view.jobs.waits}
          onSave={(waits) => update({ jobs: { waits } })}
        />
      </div>
    </Section>
  );
}
