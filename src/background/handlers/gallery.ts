import { changePictures, gallerySums } from '../../gallery/index.ts';
import { toDataUrl } from '../../generation/index.ts';
import type { Handlers } from '../../messages/index.ts';
import { dismissJobs } from '../chores/dismiss-jobs.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type GalleryHandlers = Pick<
  Handlers,
  'readPicture' | 'galleryState' | 'favourPictures' | 'deletePictures' | 'picturesImported'
>;

/** The handlers of messages about the pictures of the gallery. Pages that share its database read it themselves. */
export function galleryHandlers({
  shelf,
  jobs,
  clock,
  announceGallery,
  keepWithinLimit,
}: Pick<Services, 'shelf' | 'jobs' | 'clock' | 'announceGallery' | 'keepWithinLimit'>): GalleryHandlers {
  return {
    readPicture: ({ id }) =>
      storing(async () => {
        const stored = await shelf.read(id);
        if (!stored) return refused('NO_SUCH_PICTURE');
        const { picture, blob } = stored;
        return done({ picture, image: toDataUrl(new Uint8Array(await blob.arrayBuffer()), picture.type) });
      }),

    async galleryState() {
      const sums = await gallerySums().catch(() => undefined);
      return done({
        sessionOnly: shelf.isSessionOnly(),
        ...(sums ?? { pictures: 0, favourites: 0, byteLength: 0 }),
      });
    },

    picturesImported: () =>
      storing(async () => {
        await keepWithinLimit();
        announceGallery();
        return done(null);
      }),
    favourPictures: ({ ids, favourite }) =>
      storing(async () => {
        await changePictures(ids, { favourite: favourite || undefined });
        announceGallery({ what: 'favourite', ids, favourite });
        return done(null);
      }),
    deletePictures: ({ ids, undo = false }) =>
      storing(async () => {
        const changed = await changePictures(ids, { deletedAt: undo ? undefined : clock.now() });
        // A picture that is only in memory ends with the session, so only its job is dismissed.
        const there = [...changed, ...ids.filter((id) => shelf.holds(id))];
        await dismissJobs(there, !undo, { jobs });
        announceGallery(undo ? undefined : { what: 'gone', ids });
        // Deleted for good meanwhile: for the limit, in another page, or after an hour.
        if (undo && there.length === 0) return refused('NO_SUCH_PICTURE');
        return done({ pictures: there.length });
      }),
  };
}
