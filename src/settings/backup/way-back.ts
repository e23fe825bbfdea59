import * as z from 'zod/mini';
import type { StorageArea } from '../../storage/area.ts';

export const BEFORE_KEY = 'settings:before';
/** Milliseconds. As long as a removed hub can be brought back, and its token is kept. */
const KEPT_MS = 60 * 60_000;

/** What was never set is missing in what a browser's storage gives back. */
const copy = z.object({
  at: z.number(),
  settings: z.optional(z.unknown()),
  styles: z.optional(z.unknown()),
});

interface Store {
  /** What is stored, as it is. */
  copy(): Promise<unknown>;
  /** Puts such a copy in the place of what is stored. */
  putBack(copy: unknown): Promise<void>;
}

interface Ports {
  area: Pick<StorageArea, 'get' | 'set'>;
  settings: Store;
  styles: Store;
  clock: { now(): number };
}

export interface WayBack {
  /** Keeps settings, hubs and styles as they are now, before all of them may be replaced. */
  keep(): Promise<void>;
  /** Puts back what was kept, which counts for once and for an hour; false where there is nothing. */
  goBack(): Promise<boolean>;
}

/** The way back from an import or a reset. Tokens are no part of it: they are never copied. */
export function createWayBack({ area, settings, styles, clock }: Ports): WayBack {
  return {
    async keep() {
      const [ofSettings, ofStyles] = await Promise.all([settings.copy(), styles.copy()]);
      await area.set({ [BEFORE_KEY]: { at: clock.now(), settings: ofSettings, styles: ofStyles } });
    },
    async goBack() {
      const kept = keptCopy((await area.get(BEFORE_KEY))[BEFORE_KEY], clock.now());
      if (!kept) return false;
      await settings.putBack(kept.settings);
      await styles.putBack(kept.styles);
      await area.set({ [BEFORE_KEY]: null });
      return true;
    },
  };
}

/** What was kept less than an hour ago; undefined where the clock was set by more than that since. */
export function keptCopy(raw: unknown, now: number): { settings?: unknown; styles?: unknown } | undefined {
  const { data } = copy.safeParse(raw);
  return data && Math.abs(now - data.at) < KEPT_MS ? data : undefined;
}
