import { type ReadonlySignal, signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { StorageArea } from '../../../jobs/index.ts';

const KEY = 'favourite-models';
const MOST = 50;

export interface FavouriteModels {
  /** The ids, the latest first. Empty until they are read. */
  ids: ReadonlySignal<readonly string[]>;
  /** Marks a model as a favourite or removes the mark, and stores the list. */
  toggle(model: string): Promise<void>;
}

/** The models that the user marked as favourites, stored in this browser. */
export function keepFavouriteModels(area: Pick<StorageArea, 'get' | 'set'>): FavouriteModels {
  const ids = signal<readonly string[]>([]);
  const read = async () => parse((await area.get(KEY))[KEY]);
  void read().then(
    (stored) => {
      ids.value = stored;
    },
    () => undefined,
  );
  return {
    ids,
    async toggle(model) {
      const marks = !ids.value.includes(model);
      // Another page may have marked other models since.
      const stored = await read().catch(() => ids.value);
      const others = stored.filter((one) => one !== model);
      ids.value = (marks ? [model, ...others] : others).slice(0, MOST);
      // On a full disk the mark holds at least on this page.
      await area.set({ [KEY]: ids.value }).catch(() => undefined);
    },
  };
}

function parse(stored: unknown): string[] {
  const list = z.array(z.unknown()).safeParse(stored).data ?? [];
  return list.filter((one) => typeof one === 'string' && one !== '').slice(0, MOST) as string[];
}
