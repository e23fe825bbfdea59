import { DEFINITION, type Settings } from '../../../settings/definition.ts';
import { t } from '../../page/extension.ts';
import { inSeconds, toMilliseconds, toSeconds } from '../fields/numbers.ts';
import { SavedNumberField } from '../fields/SavedNumberField.tsx';
import { useOptions } from '../options-context.ts';

/** How the sources are asked. */
export function HubSettings({ hub, locked }: { hub: Settings['hub']; locked: readonly string[] }) {
  const { update } = useOptions();
  const field = (name: keyof Settings['hub']) => {
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
          limits={DEFINITION.hub.cacheTtlSeconds.limits}
          whole
          onSave={(cacheTtlSeconds) => update({ hub: { cacheTtlSeconds } })}
        />
        <SavedNumberField
          {...field('timeoutMs')}
          value={toSeconds(hub.timeoutMs)}
          limits={inSeconds(DEFINITION.hub.timeoutMs.limits)}
          onSave={(seconds) => update({ hub: { timeoutMs: toMilliseconds(seconds) } })}
        />
        <SavedNumberField
          {...field('maxConcurrent')}
          value={hub.maxConcurrent}
          limits={DEFINITION.hub.maxConcurrent.limits}
          whole
          onSave={(maxConcurrent) => update({ hub: { maxConcurrent } })}
        />
      </div>
    </div>
  );
}
