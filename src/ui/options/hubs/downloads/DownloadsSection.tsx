import { useEffect } from 'preact/hooks';
import { DownloadList } from '../../../lookup/downloads/DownloadList.tsx';
import { DownloadsStatus } from '../../../lookup/downloads/DownloadsStatus.tsx';
import { DOWNLOADS } from '../../../lookup/downloads/downloads.ts';
import { t } from '../../../page/extension.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { Section } from '../../Section.tsx';

/** Files that are fetched with a source's token; the section is shown only while there are any. */
export function DownloadsSection() {
  const { settings } = useOptions();
  useEffect(DOWNLOADS.start, []);
  if (DOWNLOADS.downloads.value.length === 0) return <DownloadsStatus />;
  return (
    <Section id="downloads" title={t('download_list')}>
      <DownloadList settings={settings.value} />
      <DownloadsStatus />
    </Section>
  );
}
