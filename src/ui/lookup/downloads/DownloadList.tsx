import { useEffect, useRef } from 'preact/hooks';
import type { DownloadView, SettingsView } from '../../../messages/index.ts';
import { t } from '../../page/extension.ts';
import { DownloadRow } from './DownloadRow.tsx';
import { DOWNLOADS } from './downloads.ts';

interface DownloadListProps {
  settings: SettingsView | undefined;
  /** Which downloads are shown; left out: all. */
  only?: (download: DownloadView) => boolean;
}

/** The files that are fetched with a source's token. Renders nothing where there are none. */
export function DownloadList({ settings, only }: DownloadListProps) {
  useEffect(DOWNLOADS.start, []);
  const downloads = DOWNLOADS.downloads.value.filter(only ?? (() => true));
  const place = useRef<HTMLUListElement>(null);
  const isShown = downloads.length > 0;
  // A download that was begun in a list that scrolls may lie below the list's edge.
  useEffect(() => {
    if (isShown && only) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown, only !== undefined]);
  if (!isShown) return null;
  return (
    <ul class="downloads" ref={place} aria-label={t('download_list')}>
      {downloads.map((download) => (
        <li key={download.id}>
          <DownloadRow download={download} settings={settings} />
        </li>
      ))}
    </ul>
  );
}
