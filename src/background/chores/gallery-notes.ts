import { NOTICE_KEYS, type NoticeName, withMore } from '../../gallery/index.ts';
import type { StorageArea } from '../../storage/area.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';

/** Creates a function that stores a notice with its number of pictures, for the gallery page to show. */
export function createGalleryNotes(area: StorageArea, clock: { now(): number }) {
  const inTurn = createOneAtATime();
  return (name: NoticeName, pictures: number): Promise<void> =>
    inTurn(async () => {
      const key = NOTICE_KEYS[name];
      await area.set({ [key]: withMore((await area.get(key))[key], pictures, clock.now()) });
    });
}
