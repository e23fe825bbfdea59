import type { HubSettingsView } from '../../../messages/index.ts';
import { t } from '../../page/extension.ts';
import { LIMITS } from '../fields/limits.ts';
import { toMilliseconds, toSeconds } from '../fields/numbers.ts';
import { SavedNumberField } from '../fields/SavedNumberField.tsx';
import { useOptions } from '../options-context.ts';

/** How the sources are asked. */
export function HubSettings({ hub, locked }: { hub: HubSettingsView; locked: readonly string[] }) {
  const { update } = useOptions();
  const field = (name: keyof HubSettingsView) => {
    const isLocked = locked.includes(`hub.${name}`);
    return {
      label: t(`source_${name}`),
      hint: t(isLocked ? 'source_setting_locked' : `source_${name}_hint`),
      disabled: isLocked,
    };
  };
  return (
    <div class="group ruled">
      <h3>{t('source_settings')}</h3>
      <div class="trio">
        <SavedNumberField
          {...field('cacheTtlSeconds')}
          value={hub.cacheTtlSeconds}
          limits={LIMITS.cacheTtlSeconds}
          whole
          onSave={(cacheTtlSeconds) => update({ hub: { cacheTtlSeconds } })}
        />
        <SavedNumberField
          {...field('timeoutMs')}
          value={toSeconds(hub.timeoutMs)}
          limits={LIMITS.hubTimeoutSeconds}
          onSave={(seconds) => update({ hub: { timeoutMs: toMilliseconds(seconds) } })}
        />
        <SavedNumberField
          {...field('maxConcurrent')}
          value={hub.maxConcurrent}
          limits={LIMITS.maxConcurrent}
          whole
          onSave={(maxConcurrent) => update({ hub: { maxConcurrent } })}
        />
      </div>
    </div>
  );
}
