import { useMemo } from 'preact/hooks';
import { t, uiLanguage } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { Panel } from '../Panel.tsx';
import { CacheSection } from './cache/CacheSection.tsx';
import { ChainSection } from './chain/ChainSection.tsx';
import { DownloadsSection } from './downloads/DownloadsSection.tsx';
import { createHubsState } from './hubs-state.ts';
import { SourcesSection } from './sources/SourcesSection.tsx';

/** The hubs: the list of sources, a lookup of one repository, and the cache. */
export function HubsPanel() {
  const { ask } = useOptions();
  const hubs = useMemo(() => createHubsState(ask, uiLanguage), [ask]);
  return (
    <Panel name="hubs" lead={t('source_lead')}>
      <SourcesSection hubs={hubs} />
      <ChainSection hubs={hubs} />
      <DownloadsSection />
      <CacheSection />
    </Panel>
  );
}
