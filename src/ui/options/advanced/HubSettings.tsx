import { DEFINITION, type Settings } from '../../../settings/definition.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { inSeconds, toMilliseconds, toSeconds } from '../fields/numbers.ts';
import { SavedNumberField } from '../fields/SavedNumberField.tsx';
import { Section } from '../Section.tsx';

/**
 * How the sources are asked: how long answers are remembered, how long a source may take, and how many are
 * asked at once.
 */
export function HubSettings() {
  const { settings, update } = useOptions();
  const view = settings.value;
  if (!view) return null;
  const { hub, locked } = view;
  const field = (name: keyof Settings['hub']) => {
    const isLocked = locked.includes(`hub.${name}`);
    return {
      label: t(`source_${name}`),
      hint: t(isLocked ? 'source_setting_locked' : `source_${name}_hint`),
      disabled: isLocked,
    };
  };
  return (
    <Section id="asking" title={t('source_settings')}>
      <div class="rows">
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
    </Section>
  );
}
