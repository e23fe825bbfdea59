import type { StorageArea, StorageChanges } from './area.ts';

/** A storage area that `find` chooses asynchronously: each call and each listener waits until it is known. */
export function laterArea(find: () => Promise<StorageArea>): StorageArea {
  const heard = new Set<(changes: StorageChanges) => void>();
  return {
    get: async (keys) => (await find()).get(keys),
    set: async (items) => (await find()).set(items),
    remove: async (keys) => (await find()).remove(keys),
    onChanged: {
      addListener(listener) {
        heard.add(listener);
        void find().then(({ onChanged }) => heard.has(listener) && onChanged.addListener(listener));
      },
      removeListener(listener) {
        heard.delete(listener);
        void find().then(({ onChanged }) => onChanged.removeListener(listener));
      },
    },
  };
}
