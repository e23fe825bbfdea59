import type { StorageArea } from './area.ts';

/**
 * Two storage areas as one. Values for which `isOfSession` is true are stored only in `session`, which lasts as long as the browser
 * runs; all others only in `kept`.
 */
export function splitArea(
  kept: StorageArea,
  session: StorageArea,
  isOfSession: (value: unknown) => boolean,
): StorageArea {
  return {
    async get(keys) {
      const [first, second] = await Promise.all([
        kept.get(keys),
        // Where the session's area cannot be read, it counts as empty.
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
