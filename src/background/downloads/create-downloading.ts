import { createAlarm } from '../../browser/index.ts';
import type { DownloadsChanged } from '../../messages/index.ts';
import type { StorageArea } from '../../storage/area.ts';
import { createPartFiles } from '../../web/part-files.ts';
import type { Services } from '../services.ts';
import { hubSources } from '../state/snapshot.ts';
import { createDownloadStore } from './download-store.ts';
import { createDownloads } from './downloads.ts';

interface Parts extends Pick<Services, 'fetch' | 'clock' | 'keepAlive' | 'current'> {
  area: Pick<StorageArea, 'get' | 'set'>;
  randomId(): string;
  broadcast(message: DownloadsChanged): void;
}

/** Builds the downloads with the disk, the alarm and the hubs of this worker. */
export function createDownloading(parts: Parts): Pick<Services, 'downloads' | 'downloadWakeUp'> {
  const { area, current, broadcast, ...ports } = parts;
  const downloadWakeUp = createAlarm('downloads');
  const downloads = createDownloads({
    ...ports,
    store: createDownloadStore(area),
    files: createPartFiles(() => navigator.storage.getDirectory()),
    async hubNow() {
      const state = await current();
      return { hub: state.hub, sources: hubSources(state), timeoutMs: state.settings.hub.timeoutMs };
    },
    alarm: downloadWakeUp.set,
    announce: (list) => broadcast({ name: 'downloadsChanged', downloads: list }),
  });
  return { downloads, downloadWakeUp };
}
