import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { GalleryReader, Picture, PlaceInGallery } from '../../gallery/index.ts';
import type { Ask } from '../../messages/index.ts';
import { choicesOf, EVERYTHING, type Filter, matches, searchText, searchWords } from './filter.ts';

export interface GalleryPorts {
  reader: Pick<GalleryReader, 'page'>;
  ask: Ask;
  /** Waits so that the page can paint before the next records are read. */
  breathe(): Promise<void>;
}

/** Why there is nothing to show: another version wrote the gallery, or the browser keeps none here. */
export type GalleryTrouble = 'newer' | 'unusable';

export interface GalleryModel {
  /** All pictures that are known so far, the newest first. */
  pictures: ReadonlySignal<Picture[]>;
  /** The pictures that match the filter. */
  shown: ReadonlySignal<Picture[]>;
  /** False until every record was read once. */
  complete: ReadonlySignal<boolean>;
  unreadable: ReadonlySignal<number>;
  trouble: ReadonlySignal<GalleryTrouble | undefined>;
  filter: Signal<Filter>;
  choices: ReadonlySignal<ReturnType<typeof choicesOf>>;
  /** Reads all records again; what is shown stays until they are there. */
  load(): Promise<void>;
  /** Changes are shown at once. False when the background cannot make one: it is then no longer shown. */
  favour(ids: readonly string[], favourite: boolean): Promise<boolean>;
  remove(ids: readonly string[]): Promise<boolean>;
  bringBack(ids: readonly string[]): Promise<boolean>;
}

/** Numbers of records read at once: first as many as fill a large screen, then larger pages. */
const FIRST = 60;
const THEN = 1000;

/** The records of the gallery's pictures, and changes to them. The bytes are read by the components that show them. */
export function createGalleryModel({ reader, ask, breathe }: GalleryPorts): GalleryModel {
  const pictures = signal<Picture[]>([]);
  const complete = signal(false);
  const unreadable = signal(0);
  const trouble = signal<GalleryTrouble | undefined>(undefined);
  const filter = signal<Filter>(EVERYTHING);
  const texts = new WeakMap<Picture, string>();
  const textOf = (picture: Picture) => {
    const text = texts.get(picture) ?? searchText(picture);
    texts.set(picture, text);
    return text;
  };
  let loads = 0;

  async function load(): Promise<void> {
    loads += 1;
    const own = loads;
    const isFirst = pictures.value.length === 0;
    const read: Picture[] = [];
    let broken = 0;
    let from: PlaceInGallery | undefined;
    try {
      do {
        const page = await reader.page(from, from === undefined ? FIRST : THEN);
        if (own !== loads) return;
        read.push(...page.pictures);
        broken += page.unreadable;
        from = page.next;
        // The first load shows its first page at once; later loads replace the list when they are complete.
        if (isFirst || from === undefined)
          batch(() => {
            pictures.value = [...read];
            unreadable.value = broken;
            complete.value = from === undefined;
            trouble.value = undefined;
          });
        await breathe();
      } while (from !== undefined && own === loads);
    } catch (reason) {
      if (own === loads) trouble.value = isVersionError(reason) ? 'newer' : 'unusable';
    }
  }

  /** Shows a change before the background makes it, and shows the earlier state again if that fails. */
  async function changing(
    after: (before: Picture[]) => Picture[],
    make: () => Promise<boolean>,
  ): Promise<boolean> {
    const before = pictures.value;
    pictures.value = after(before);
    const made = await make();
    if (!made) await load();
    return made;
  }

  return {
    pictures,
    complete,
    unreadable,
    trouble,
    filter,
    shown: computed(() => {
      const words = searchWords(filter.value.words);
      return pictures.value.filter((picture) => matches(picture, textOf(picture), filter.value, words));
    }),
    choices: computed(() => choicesOf(pictures.value)),
    load,
    favour: (ids, favourite) =>
      changing(
        (before) => before.map((picture) => (ids.includes(picture.id) ? { ...picture, favourite } : picture)),
        async () => (await ask('favourPictures', { ids: [...ids], favourite })).ok,
      ),
    remove: (ids) =>
      changing(
        (before) => before.filter(({ id }) => !ids.includes(id)),
        async () => (await ask('deletePictures', { ids: [...ids] })).ok,
      ),
    async bringBack(ids) {
      const { ok } = await ask('deletePictures', { ids: [...ids], undo: true });
      await load();
      return ok;
    },
  };
}

function isVersionError(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'VersionError';
}
