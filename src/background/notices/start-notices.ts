import {
  clearNotice,
  isShown,
  onNoticePressed,
  openSmallWindow,
  openTab,
  showNotice,
} from '../../browser/index.ts';
import { makeThumbnail } from '../../gallery/index.ts';
import { toDataUrl } from '../../generation/index.ts';
import type { Showing } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import type { JobWatch } from './job-watch.ts';
import { createNotices } from './notices.ts';

const SHOWING: Showing = { name: 'showing' };

/** Starts the notifications of ended jobs. Must be called in the worker's first turn, since it attaches listeners. */
export function startNotices(services: Services, watch: JobWatch, ready: Promise<void>): void {
  const { settings, shelf, jobs, runner, keepAlive } = services;

  async function pictureOf(id: string): Promise<string | undefined> {
    const stored = await shelf.read(id);
    const thumbnail = stored && (await makeThumbnail(stored.blob));
    if (!thumbnail) return undefined;
    return toDataUrl(new Uint8Array(await thumbnail.blob.arrayBuffer()), 'image/webp');
  }

  const notices = createNotices({
    isWanted: async () => (await settings.read()).settings.notifications.enabled,
    isShown: () => isShown(SHOWING),
    pictureOf,
    show: showNotice,
    clear: clearNotice,
    getJob: (id) => jobs.get(id),
    async retry(job) {
      await runner.enqueueGroup(job.request, job.origin, 1);
      await jobs.change(job.id, (record) => ({ ...record, dismissed: true }));
    },
    openPicture: (id) => openTab(`/gallery.html?${new URLSearchParams({ picture: id, state: 'enlarge' })}`),
    openJob: (id) => openSmallWindow(`/popup.html?${new URLSearchParams({ job: id })}`),
    texts: services.texts,
  });

  watch.onEnded((job) => {
    // The last job's own keep-alive ends with the job; the notification takes a moment longer.
    const release = keepAlive();
    void notices.tell(job).finally(release);
  });
  onNoticePressed(
    (id) => void ready.then(() => notices.pressed(id)).catch(() => undefined),
    (id) => void ready.then(() => notices.retry(id)).catch(() => undefined),
    keepAlive,
  );
}
