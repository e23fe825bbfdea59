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
import { asSeen, isActive } from '../../jobs/index.ts';
import type { Handlers, Showing } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import type { JobWatch } from './job-watch.ts';
import { createNotices } from './notices.ts';

/** Starts the notifications of ended jobs. Must be called in the worker's first turn, since it attaches listeners. */
export function startNotices(
  services: Services,
  watch: JobWatch,
  ready: Promise<void>,
  generate: Handlers['generate'],
): void {
  const { settings, shelf, jobs, keepAlive } = services;

  async function pictureOf(id: string): Promise<string | undefined> {
    const stored = await shelf.read(id);
    const thumbnail = stored && (await makeThumbnail(stored.blob));
    if (!thumbnail) return undefined;
    return toDataUrl(new Uint8Array(await thumbnail.blob.arrayBuffer()), 'image/webp');
  }

  const notices = createNotices({
    isWanted: async () => (await settings.read()).settings.notifications.enabled,
    isShown: ({ id, status }) => isShown({ name: 'showing', jobId: id, status } satisfies Showing),
    markUnseen: (id) =>
      jobs.change(id, (job) => (isActive(job) || job.unseen ? undefined : { ...job, unseen: true })),
    markSeen: (id) => jobs.change(id, asSeen),
    pictureOf,
    show: showNotice,
    clear: clearNotice,
    getJob: (id) => jobs.get(id),
    generate,
    dismiss: (id) => jobs.change(id, (record) => ({ ...record, dismissed: true })),
    openPicture: (id) => openTab(`/gallery.html?${new URLSearchParams({ picture: id, state: 'enlarge' })}`),
    openJob: (id, isPrivate) =>
      openSmallWindow(`/popup.html?${new URLSearchParams({ job: id })}`, { isPrivate }),
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
