import type { StorageArea } from './area.ts';

/** Two areas as one: values that `isOfSession` go into the second, which lasts as long as the browser runs, and never into the first. */
export function splitArea(
  kept: StorageArea,
  session: StorageArea,
  isOfSession: (value: unknown) => boolean,
): StorageArea {
  return {
    async get(keys) {
      const [first, second] = await Promise.all([
        kept.get(keys),
        // A browser that cannot tell has nothing there.
        session.get(keys).catch((): Record<string, unknown> => ({})),
      ]);
      return { ...first, ...second };
    },
    async set(items) {
      const all = Object.entries(items);
      const [there, here] = [
        all.filter(([, value]) => isOfSession(value)),
        all.filter(([, value]) => !isOfSession(value)),
      ];
      if (here.length > 0) await kept.set(Object.fromEntries(here));
      if (there.length > 0) await session.set(Object.fromEntries(there));
    },
    async remove(keys) {
      await kept.remove(keys);
      await session.remove(keys).catch(() => undefined);
    },
    onChanged: {
      addListener(listener) {
        kept.onChanged.addListener(listener);
        session.onChanged.addListener(listener);
      },
      removeListener(listener) {
        kept.onChanged.removeListener(listener);
        session.onChanged.removeListener(listener);
      },
    },
  };
}
