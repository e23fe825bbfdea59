import { DEFINITION } from '../../../settings/definition.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { SavedNumberField } from '../fields/SavedNumberField.tsx';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { Section } from '../Section.tsx';

/** Whether a picture waits for a busy service, and how much disk space pictures may take. */
export function WaitingAndRoom() {
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
        <SavedNumberField
          label={t('options_pictures_limit')}
          hint={t('options_pictures_limit_hint')}
          value={view.pictures.limitMegabytes}
          limits={DEFINITION.pictures.limitMegabytes.limits}
          whole
          onSave={(limitMegabytes) => update({ pictures: { limitMegabytes } })}
        />
      </div>
    </Section>
  );
}
