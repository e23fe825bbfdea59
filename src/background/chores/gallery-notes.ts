import { NOTICE_KEYS, type NoticeName, withMore } from '../../gallery/index.ts';
import type { StorageArea } from '../../storage/area.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';

/** Writes down what happened to so many pictures, for the gallery to say. */
export function createGalleryNotes(area: StorageArea, clock: { now(): number }) {
  const inTurn = createOneAtATime();
  return (name: NoticeName, pictures: number): Promise<void> =>
    inTurn(async () => {
      const key = NOTICE_KEYS[name];
      await area.set({ [key]: withMore((await area.get(key))[key], pictures, clock.now()) });
    });
}
