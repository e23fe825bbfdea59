import type { SettingsView } from '../../../messages/index.ts';
import { DownloadList } from './DownloadList.tsx';
import { DownloadsStatus } from './DownloadsStatus.tsx';
import { DOWNLOADS } from './downloads.ts';

/** Above the composer, so that whoever closed the popup finds again what they started. It scrolls before it crowds the rest. */
export function StudioDownloads({ settings }: { settings: SettingsView | undefined }) {
  return (
    <div class={DOWNLOADS.downloads.value.length > 0 ? 'studio-downloads' : undefined}>
      <DownloadList settings={settings} />
      <DownloadsStatus />
    </div>
  );
}
