import { PROVIDER_NAMES, type ProviderName } from '../../../generation/index.ts';
import { DEFINITION } from '../../../settings/definition.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { inSeconds, toMilliseconds, toSeconds } from '../fields/numbers.ts';
import { SavedNumberField } from '../fields/SavedNumberField.tsx';
import { Panel } from '../Panel.tsx';
import { Section } from '../Section.tsx';
import { EndpointSection } from './EndpointSection.tsx';
import { HubSettings } from './HubSettings.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { RouteSection } from './RouteSection.tsx';

/** Settings for special cases; their defaults suit most users. */
export function AdvancedPanel() {
  return (
    <Panel name="advanced" lead={t('options_advanced_lead')}>
      <LanguageSection />
      <Section id="time" title={t('options_time')}>
        <div class="rows">
          {PROVIDER_NAMES.map((provider) => (
            <TimeoutField key={provider} provider={provider} />
          ))}
        </div>
      </Section>
      <HubSettings />
      <RouteSection />
      <EndpointSection />
    </Panel>
  );
}

function TimeoutField({ provider }: { provider: ProviderName }) {
  const { settings, update } = useOptions();
  return (
    <SavedNumberField
      label={t(`options_timeout_${provider}`)}
      hint={t('options_timeout_hint')}
      value={toSeconds(settings.value?.[provider].timeoutMs ?? 0)}
      limits={inSeconds(DEFINITION[provider].timeoutMs.limits)}
      onSave={(seconds) => update({ [provider]: { timeoutMs: toMilliseconds(seconds) } })}
    />
  );
}
