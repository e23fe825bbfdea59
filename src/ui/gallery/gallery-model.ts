import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { GalleryReader, PlaceInGallery } from '../../gallery/index.ts';
import type { Ask, GalleryChange } from '../../messages/index.ts';
import { EVERYTHING, type Filter, isNarrow, rowsShown, searchText } from './filter.ts';
import { type GalleryTrouble, troubleOf } from './gallery-trouble.ts';
import { withFavourites, without } from './list/changed-columns.ts';
import { NO_PICTURES, type PictureColumns, withRecords } from './list/picture-columns.ts';
import { choicesOf, listOf, type PictureEntry, type PictureList } from './list/picture-list.ts';
import type { RecordCache } from './list/record-cache.ts';
import { createWordIndexBuilder, type WordIndex } from './list/word-index.ts';
import { type Loaded, NOTHING_LOADED, withMade } from './loaded.ts';
import { rehearseSearch } from './rehearse-search.ts';
import { untilTrue } from './until-true.ts';

export interface GalleryPorts {
  reader: Pick<GalleryReader, 'page' | 'records'>;
  records: Pick<RecordCache, 'give' | 'renew'>;
  ask: Ask;
  /** Waits so that the page can paint before the next records are read. */
  breathe(): Promise<void>;
}

export interface GalleryModel {
  /** All pictures that are known so far, the newest first. */
  pictures: ReadonlySignal<PictureList>;
  /** The pictures that match the filter. */
  shown: ReadonlySignal<PictureList>;
  /** False until every record was read once. */
  complete: ReadonlySignal<boolean>;
  /** Deleted pictures are being brought back. */
  bringsBack: ReadonlySignal<boolean>;
  unreadable: ReadonlySignal<number>;
  trouble: ReadonlySignal<GalleryTrouble | undefined>;
  filter: Signal<Filter>;
  choices: ReadonlySignal<ReturnType<typeof choicesOf>>;
  /** All pictures, once every record was read; a page that is just opened knows only the newest. */
  all(): Promise<PictureEntry[]>;
  /** Reads all records again; what is shown stays until they are there. */
  load(): Promise<void>;
  /**
   * Shows a change that the background reports: reads only the changed pictures where that is enough, else
   * all of them.
   */
  hear(change: GalleryChange | undefined): Promise<void>;
  /** Both show their change at once; false when the background cannot make it: it is then no longer shown. */
  favour(ids: readonly string[], favourite: boolean): Promise<boolean>;
  remove(ids: readonly string[]): Promise<boolean>;
  /** The number of pictures that came back (some may be gone for good); undefined when that failed. */
  bringBack(ids: readonly string[]): Promise<number | undefined>;
}

/** Numbers of records read at once: first as many as fill a large screen, then larger pages. */
const FIRST = 60;
const THEN = 500;

/** What the page holds of all pictures, and changes to them. Records and bytes are read by the components that show them. */
export function createGalleryModel({ reader, records, ask, breathe }: GalleryPorts): GalleryModel {
  const loaded = signal<Loaded>(NOTHING_LOADED);
  const complete = signal(false);
  const returning = signal(0);
  const unreadable = signal(0);
  const trouble = signal<GalleryTrouble | undefined>(undefined);
  const filter = signal<Filter>(EVERYTHING);
  let loads = 0;
  /**
   * The number of the last load that ended with nothing begun since. While it equals `loads`, the page shows
   * what the gallery has.
   */
  let settled = 0;
  let heard = 0;
  const isSettled = () => settled === loads && loads > 0;

  async function load(): Promise<void> {
    loads += 1;
    const own = loads;
    const isFirst = loaded.value.columns.ids.length === 0;
    const words = createWordIndexBuilder();
    // The index of what was read so far, built anew for each search until everything is read.
    const growing: WordIndex = { textsWith: (wanted) => words.index().textsWith(wanted) };
    let columns = NO_PICTURES;
    let broken = 0;
    let from: PlaceInGallery | undefined;
    let newest: number | undefined;
    try {
      do {
        const page = await reader.page(from, from === undefined ? FIRST : THEN);
        if (own !== loads) return;
        if (from === undefined) {
          records.give(page.pictures);
          newest = page.pictures[0]?.place;
        }
        columns = withRecords(columns, page.pictures);
        words.add(page.pictures.map(searchText));
        broken += page.unreadable;
        from = page.next;
        // The first load shows its first page at once, and more each time the number has doubled: the whole
        // wall is laid out anew each time. Later loads replace the list when they are complete.
        const isTwice = columns.ids.length >= 2 * loaded.value.columns.ids.length;
        if (from === undefined || (isFirst && isTwice))
          batch(() => {
            const texts = columns.ids.length;
            const index = from === undefined ? words.index() : growing;
            if (isFirst && from === undefined) rehearseSearch({ columns, words: index, texts });
            loaded.value = { columns, words: index, texts, added: 0, newest };
            unreadable.value = broken;
            complete.value = from === undefined;
            trouble.value = undefined;
          });
        if (from !== undefined) await breathe();
      } while (from !== undefined && own === loads);
      if (own === loads) settled = own;
      if (!isFirst) records.renew();
    } catch (reason) {
      if (own === loads) trouble.value = troubleOf(reason);
    }
  }

  /** Shows a change before the background makes it, and shows the earlier state again if that fails. */
  async function changing(
    after: (before: PictureColumns) => PictureColumns,
    make: () => Promise<boolean>,
  ): Promise<boolean> {
    const wasSettled = isSettled();
    // A reading that runs now may have begun before the change, and would undo it on the page.
    loads += 1;
    if (wasSettled) settled = loads;
    loaded.value = { ...loaded.value, columns: after(loaded.value.columns) };
    const made = await make();
    // Reads again after a change that failed, and where the change broke off a reading.
    if (!made || !wasSettled) await load();
    return made;
  }

  async function hear(change: GalleryChange | undefined): Promise<void> {
    heard += 1;
    const before = [loads, heard];
    // A reading that runs now may have begun before the change: everything is read again.
    if (!change || !isSettled() || returning.value > 0) return load();
    const ids = new Set(change.ids);
    if (change.what !== 'made') {
      const { columns } = loaded.value;
      const after =
        change.what === 'gone' ? without(columns, ids) : withFavourites(columns, ids, change.favourite);
      loaded.value = { ...loaded.value, columns: after };
      return;
    }
    const pictures = await reader.records(change.ids).catch(() => undefined);
    const isStill = before[0] === loads && before[1] === heard;
    const next = pictures && isStill ? withMade(loaded.value, pictures) : undefined;
    if (!pictures || !next) return load();
    records.give(pictures);
    loaded.value = next;
  }

  return {
    pictures: computed(() => listOf(loaded.value.columns)),
    complete,
    bringsBack: computed(() => returning.value > 0),
    unreadable,
    trouble,
    filter,
    shown: computed(() => {
      const { columns, words } = loaded.value;
      if (!isNarrow(filter.value)) return listOf(columns);
      const rows = rowsShown(columns, filter.value, words);
      return listOf(columns, rows === 'all' ? undefined : rows);
    }),
    async all() {
      await untilTrue(complete);
      return listOf(loaded.value.columns).slice();
    },
    choices: computed(() => choicesOf(loaded.value.columns)),
    load,
    hear,
    favour: (ids, favourite) =>
      changing(
        (before) => withFavourites(before, new Set(ids), favourite),
        async () => (await ask('favourPictures', { ids: [...ids], favourite })).ok,
      ),
    remove: (ids) =>
      changing(
        (before) => without(before, new Set(ids)),
        async () => (await ask('deletePictures', { ids: [...ids] })).ok,
      ),
    async bringBack(ids) {
      returning.value += 1;
      try {
        const reply = await ask('deletePictures', { ids: [...ids], undo: true });
        await load();
        if (reply.ok) return reply.value.pictures;
        return reply.problem.code === 'NO_SUCH_PICTURE' ? 0 : undefined;
      } finally {
        returning.value -= 1;
      }
    },
  };
}
