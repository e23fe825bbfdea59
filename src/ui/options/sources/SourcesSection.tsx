import { useRef } from 'preact/hooks';
import { sourceViews } from '../../../messages/index.ts';
import { Notice } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { isFocusFree } from '../../page/free-focus.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { useOptions } from '../options-context.ts';
import { Section } from '../Section.tsx';
import { AddSource } from './AddSource.tsx';
import { HubSettings } from './HubSettings.tsx';
import { RemovedSources } from './RemovedSources.tsx';
import { SourceList } from './SourceList.tsx';
import { useRemovedSources } from './use-removed-sources.ts';

/** The hubs, in the order they are asked. */
export function SourcesSection() {
  const { settings, update } = useOptions();
  const removed = useRemovedSources();
  const group = useRef<HTMLDivElement>(null);
  const view = settings.value;
  if (!view) return null;
  const locked = view.locked.includes('sources');
  const focusOn = (selector: string) => {
    if (isFocusFree(group.current?.querySelector('.removed-sources')))
      group.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  };
  const switchLocked = view.locked.includes('hub.enabled');
  return (
    <Section
      id="sources"
      title={t('options_title_sources')}
      lead={t('source_lead')}
      aside={
        <SavedSwitch
          label={t('source_use')}
          checked={view.hub.enabled}
          disabled={switchLocked}
          hint={switchLocked ? t('source_setting_locked') : undefined}
          onSave={(enabled) => update({ hub: { enabled } })}
        />
      }
    >
      {!view.hub.enabled && <Notice>{t('source_switched_off')}</Notice>}
      {locked && <Notice title={t('source_locked_title')}>{t('source_locked')}</Notice>}
      <div class="source-group" ref={group}>
        <SourceList sources={sourceViews(view)} locked={locked} onRemoved={removed.add} />
        <RemovedSources
          removed={removed}
          onRestored={(id) => focusOn(`#source-${CSS.escape(id)}`)}
          onDismissed={() => focusOn('.sources, .source-add button')}
        />
        {!locked && <AddSource />}
      </div>
      <HubSettings hub={view.hub} locked={view.locked} />
    </Section>
  );
}
