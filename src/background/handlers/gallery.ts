import { gallerySums } from '../../gallery/index.ts';
import { toDataUrl } from '../../generation/index.ts';
import type { Handlers } from '../../messages/index.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type GalleryHandlers = Pick<Handlers, 'readPicture' | 'galleryState'>;

/** The door to the gallery for pages that do not share the background's database. */
export function galleryHandlers({ shelf }: Pick<Services, 'shelf'>): GalleryHandlers {
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
  };
}
