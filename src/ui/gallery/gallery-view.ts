import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PictureEntry, PictureList } from './list/picture-list.ts';

/** What the page shows: all pictures, one opened beside its facts, one that fills the window, or a comparison. */
export interface GalleryView {
  /** The id of the open picture; undefined: all pictures are shown. */
  openId: Signal<string | undefined>;
  /** The picture that was open last, until its tile has got the focus. */
  returnTo: Signal<string | undefined>;
  /** The open picture fills the window. */
  enlarged: Signal<boolean>;
  /** The selected ids while selecting; undefined: pressing a picture opens it. */
  chosen: Signal<ReadonlySet<string> | undefined>;
  comparing: Signal<boolean>;
  /** The open picture and its place among the shown ones. */
  open: ReadonlySignal<{ entry: PictureEntry; place: number } | undefined>;
  /** The chosen pictures in the order of the wall. */
  chosenPictures: ReadonlySignal<PictureEntry[]>;
  /** Opens the next older (1) or newer (-1) picture, where there is one. */
  turn(by: 1 | -1): void;
  /** Selects or deselects a picture; with `through`, all from the one that was selected last. */
  choose(id: string, through: boolean): void;
  endChoosing(): void;
  /** Call after pictures were deleted: deselects them, and opens the next picture if the open one was among them. */
  forget(ids: readonly string[]): void;
  /**
   * Closes what shows pictures that are gone, as another page may delete them: the open one, and a comparison
   * that has less than two. Else it would open by itself when they are brought back.
   */
  closeGone(all: PictureList): void;
}

export function createGalleryView(shown: ReadonlySignal<PictureList>): GalleryView {
  const openId = signal<string | undefined>(undefined);
  const returnTo = signal<string | undefined>(undefined);
  const enlarged = signal(false);
  const chosen = signal<ReadonlySet<string> | undefined>(undefined);
  const comparing = signal(false);
  let last: string | undefined;

  const open = computed(() => {
    const place = shown.value.placeOf(openId.value);
    const entry = shown.value.at(place);
    return entry && { entry, place };
  });

  return {
    openId,
    returnTo,
    enlarged,
    chosen,
    comparing,
    open,
    chosenPictures: computed(() => shown.value.these(chosen.value ?? new Set())),
    turn(by) {
      const next = open.value && shown.value.at(open.value.place + by);
      if (next) openId.value = next.id;
    },
    choose(id, through) {
      const next = new Set(chosen.value);
      const places = [last, id].map(shown.value.placeOf);
      const [from = -1, to = -1] = places.toSorted((a, b) => a - b);
      if (through && from >= 0) for (const entry of shown.value.slice(from, to + 1)) next.add(entry.id);
      else if (next.has(id)) next.delete(id);
      else next.add(id);
      last = id;
      chosen.value = next;
    },
    endChoosing() {
      chosen.value = undefined;
      comparing.value = false;
      last = undefined;
    },
    forget(ids) {
      const gone = new Set(ids);
      const place = open.value?.place;
      if (openId.value !== undefined && gone.has(openId.value) && place !== undefined) {
        const staying = ({ id }: PictureEntry) => !gone.has(id);
        const next = shown.value.slice(place).find(staying) ?? shown.value.slice(0, place).findLast(staying);
        openId.value = next?.id;
        if (!next) enlarged.value = false;
      }
      if (chosen.value) chosen.value = new Set([...chosen.value].filter((id) => !gone.has(id)));
    },
    closeGone(all) {
      if (openId.value !== undefined && all.placeOf(openId.value) < 0) {
        openId.value = undefined;
        enlarged.value = false;
      }
      if (comparing.value && all.these(chosen.value ?? new Set()).length < 2) comparing.value = false;
    },
  };
}
