import type { SettingsView } from '../../../messages/index.ts';
import { DownloadList } from './DownloadList.tsx';
import { DownloadsStatus } from './DownloadsStatus.tsx';
import { DOWNLOADS } from './downloads.ts';

/**
 * The downloads above the composer, where a user who closed the popup finds them again. A long list scrolls,
 * and leaves the rest its room.
 */
export function StudioDownloads({ settings }: { settings: SettingsView | undefined }) {
  return (
    <div class={DOWNLOADS.downloads.value.length > 0 ? 'studio-downloads' : undefined}>
      <DownloadList settings={settings} />
      <DownloadsStatus />
    </div>
  );
}
