import type { StorageArea } from '../../storage/area.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';
import { SHIPPED_STYLES } from './shipped-styles.ts';
import { parseStoredStyles, type StoredStyles, shippedAlone } from './stored-styles.ts';
import {
  checkStyle,
  oneAnId,
  STYLE_LIMITS,
  type Style,
  type StyleFields,
  type StyleProblem,
  tidyStyle,
} from './style.ts';
import { styleFromText } from './style-text.ts';

export const STYLES_KEY = 'styles';
/** A stored value that could not be read is copied here before it is dropped. */
const RESCUED_KEY = 'styles:rescued';
const REMOVED_COUNT = 5;

export interface StylesView {
  styles: Style[];
  /** Something stored could not be read. It is kept. */
  unreadable: boolean;
}

type Changed = { id: string } | { problem: StyleProblem };

export interface StyleStore {
  read(): Promise<StylesView>;
  /** The user's list; undefined while the shipped styles were never changed. */
  own(): Promise<Style[] | undefined>;
  /** Adds a style behind the others. */
  add(style: StyleFields): Promise<Changed>;
  /** Changes a style as a whole. A style that is not there is refused, not added. */
  change(id: string, style: StyleFields): Promise<Changed>;
  /** Puts a copy behind the style. `name` is what the copy is called. */
  duplicate(id: string, name: string): Promise<Changed>;
  remove(id: string): Promise<StyleProblem | undefined>;
  /** Puts a removed style back where it was; possible for the last five. */
  restore(id: string): Promise<StyleProblem | undefined>;
  /** The ids in the order they are offered; ids left out keep their order behind them. */
  order(ids: string[]): Promise<undefined>;
  /** Back to the shipped styles. The user's own are copied aside in storage, where the latest copy is kept. */
  reset(): Promise<undefined>;
  /** Adds the style in a pasted text. */
  importText(text: string): Promise<Changed>;
  /** Takes over what another device changed. Unlike `replaceAll` it keeps the removed styles that can be restored. */
  adopt(edit: (styles: readonly Style[]) => Style[]): Promise<void>;
  /** What is stored, as it is. */
  copy(): Promise<unknown>;
  /** Puts such a copy in the place of what is stored. */
  putBack(copy: unknown): Promise<void>;
  /** Puts these styles in the place of all that are there. */
  replaceAll(styles: readonly Style[]): Promise<void>;
}

interface StylePorts {
  area: Pick<StorageArea, 'get' | 'set'>;
  randomId(): string;
}

/** The user's styles: the shipped ones until the user changes something. Changes are made one after the other. */
export function createStyleStore({ area, randomId }: StylePorts): StyleStore {
  const oneAtATime = createOneAtATime();

  async function readStored(): Promise<{ stored: StoredStyles; unreadable: boolean; raw: unknown }> {
    const raw = (await area.get(STYLES_KEY))[STYLES_KEY];
    return { ...parseStoredStyles(raw), raw };
  }

  function change<Result>(
    edit: (stored: StoredStyles) => { next: StoredStyles; result: Result } | { problem: StyleProblem },
  ): Promise<Result | { problem: StyleProblem }> {
    return oneAtATime(async () => {
      const { stored, unreadable, raw } = await readStored();
      const edited = edit(stored);
      if ('problem' in edited) return edited;
      if (unreadable) await area.set({ [RESCUED_KEY]: raw });
      await area.set({ [STYLES_KEY]: { ...edited.next, styles: oneAnId(edited.next.styles) } });
      return edited.result;
    });
  }

  const insert = (stored: StoredStyles, style: StyleFields, place: number) => {
    const tidied = tidyStyle({ ...style, name: style.name ?? '' });
    const problem = checkStyle(tidied);
    if (problem) return { problem };
    if (isFull(stored)) return STYLES_TOO_MANY;
    const id = randomId();
    const styles = stored.styles.toSpliced(place, 0, { id, ...tidied });
    return { next: { ...stored, styles }, result: { id } };
  };

  return {
    async read() {
      const { stored, unreadable } = await readStored();
      return { styles: stored.styles, unreadable };
    },

    async own() {
      const { stored, raw } = await readStored();
      return raw === undefined || raw === null ? undefined : stored.styles;
    },

    add: (style) => change((stored) => insert(stored, style, stored.styles.length)),

    change: (id, style) =>
      change((stored) => {
        if (!stored.styles.some((other) => other.id === id)) return noSuchStyle(id);
        const tidied = tidyStyle(style);
        // Only a shipped style may be without a name: it has a translated one.
        const isNamed = tidied.name !== undefined || SHIPPED_STYLES.some((shipped) => shipped.id === id);
        const problem = checkStyle(isNamed ? tidied : { ...tidied, name: '' });
        if (problem) return { problem };
        const styles = stored.styles.map((other) => (other.id === id ? { id, ...tidied } : other));
        return { next: { ...stored, styles }, result: { id } };
      }),

    duplicate: (id, name) =>
      change((stored) => {
        const index = stored.styles.findIndex((style) => style.id === id);
        const style = stored.styles[index];
        return style ? insert(stored, { ...style, name }, index + 1) : noSuchStyle(id);
      }),

    async remove(id) {
      const changed = await change((stored) => {
        const index = stored.styles.findIndex((style) => style.id === id);
        const style = stored.styles[index];
        if (!style) return noSuchStyle(id);
        const older = stored.removed.filter((removed) => removed.style.id !== id);
        const removed = [{ style, index }, ...older].slice(0, REMOVED_COUNT);
        return { next: { ...stored, styles: stored.styles.toSpliced(index, 1), removed }, result: undefined };
      });
      return changed?.problem;
    },

    async restore(id) {
      const changed = await change((stored) => {
        const back = stored.removed.find(({ style }) => style.id === id);
        if (!back) return noSuchStyle(id);
        if (isFull(stored)) return STYLES_TOO_MANY;
        const removed = stored.removed.filter((other) => other !== back);
        const styles = stored.styles.toSpliced(back.index, 0, back.style);
        return { next: { ...stored, styles, removed }, result: undefined };
      });
      return changed?.problem;
    },

    async order(ids) {
      await change((stored) => {
        const rank = ({ id }: Style) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
        const styles = stored.styles.toSorted((one, other) => rank(one) - rank(other));
        return { next: { ...stored, styles }, result: undefined };
      });
    },

    async reset() {
      await oneAtATime(async () => {
        const { raw } = await readStored();
        if (raw === undefined) return;
        await area.set({ [RESCUED_KEY]: raw });
        await area.set({ [STYLES_KEY]: shippedAlone() });
      });
    },

    importText: (text) =>
      change((stored) => {
        const style = styleFromText(text);
        return 'problem' in style ? style : insert(stored, style, stored.styles.length);
      }),

    async adopt(edit) {
      await change((stored) => ({ next: { ...stored, styles: edit(stored.styles) }, result: undefined }));
    },

    copy: async () => (await readStored()).raw,
    putBack: (copy) => oneAtATime(() => area.set({ [STYLES_KEY]: copy ?? shippedAlone() })),

    async replaceAll(styles) {
      await change(() => ({ next: { ...shippedAlone(), styles: [...styles] }, result: undefined }));
    },
  };
}

const isFull = ({ styles }: StoredStyles) => styles.length >= STYLE_LIMITS.styles;
const STYLES_TOO_MANY = {
  problem: { code: 'STYLES_TOO_MANY', subject: String(STYLE_LIMITS.styles) },
} satisfies { problem: StyleProblem };

function noSuchStyle(id: string): { problem: StyleProblem } {
  return { problem: { code: 'NO_SUCH_STYLE', subject: id } };
}
