import { useRef } from 'preact/hooks';
import { sourceViews } from '../../../../messages/index.ts';
import { Notice } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { isFocusFree } from '../../../page/free-focus.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { SavedSwitch } from '../../fields/SavedSwitch.tsx';
import { Section } from '../../Section.tsx';
import type { HubsState } from '../hubs-state.ts';
import { AddSource } from './AddSource.tsx';
import { RemovedSources } from './RemovedSources.tsx';
import { SourceList } from './SourceList.tsx';
import { TestAll } from './TestAll.tsx';
import { useRemovedSources } from './use-removed-sources.ts';

/** The hubs, in the order they are asked. */
export function SourcesSection({ hubs }: { hubs: HubsState }) {
  const { settings, update } = useOptions();
  const removed = useRemovedSources();
  const group = useRef<HTMLDivElement>(null);
  const view = settings.value;
  if (!view) return null;
  const sources = sourceViews(view);
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
        <SourceList hubs={hubs} sources={sources} locked={locked} onRemoved={removed.add} />
        <RemovedSources
          removed={removed}
          onRestored={(id) => focusOn(`#source-${CSS.escape(id)}`)}
          onDismissed={() => focusOn('.sources, .source-add button')}
        />
        <AddSource locked={locked} beside={<TestAll hubs={hubs} sources={sources} />} />
      </div>
    </Section>
  );
}
