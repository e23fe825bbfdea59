import type { Picture } from '../../gallery/index.ts';
import type { Kind, PictureColumns } from './list/picture-columns.ts';
import { shapeAt } from './list/picture-list.ts';
import type { Shape } from './list/shape.ts';
import type { WordIndex } from './list/word-index.ts';

/** The gallery's filter; a field that is undefined matches every picture. */
export interface Filter {
  words: string;
  favourites: boolean;
  service?: string | undefined;
  model?: string | undefined;
  style?: string | undefined;
  shape?: Shape | undefined;
}

export const EVERYTHING: Filter = { words: '', favourites: false };

/** Whether the filter leaves anything out. */
export function isNarrow(filter: Filter): boolean {
  const { words, favourites, ...choices } = filter;
  return words.trim() !== '' || favourites || Object.values(choices).some((choice) => choice !== undefined);
}

/** A text for comparing: without case and accents, and with one form for each letter (NFKD). */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The text of a picture that a search looks through, besides its model. */
export function searchText({ request }: Pick<Picture, 'request'>): string {
  return folded(request.prompt);
}

/** The words that are searched for. */
export function searchWords(words: string): string[] {
  return folded(words).split(/\s+/).filter(Boolean);
}

/**
 * The rows of the pictures that match the filter, in their order; `all` when none is left out. Every word of
 * the search has to be somewhere in the prompt or the model's name. `index` has the `searchText` of each
 * picture. This runs over all pictures at each key press: what depends on the kind alone is therefore found
 * out once for each kind.
 */
export function rowsShown(columns: PictureColumns, filter: Filter, index: WordIndex): Uint32Array | 'all' {
  const marks = marksOfKinds(columns.kinds, filter, index);
  const { kind, text, favourite } = columns;
  const { favourites, shape } = filter;
  const [mark] = marks;
  if (!favourites && shape === undefined && mark !== undefined && marks.every((one) => one === mark)) {
    const few = mark === 'all' ? mark : fewRows(mark, text);
    if (few) return few;
  }
  const rows = new Uint32Array(kind.length);
  let found = 0;
  for (let row = 0; row < kind.length; row += 1) {
    const wanted = marks[kind[row] ?? 0];
    if (wanted === undefined || (wanted !== 'all' && wanted[text[row] ?? 0] !== 1)) continue;
    if (favourites && favourite[row] !== 1) continue;
    if (shape !== undefined && shapeAt(columns, row) !== shape) continue;
    rows[found] = row;
    found += 1;
  }
  return found === rows.length ? 'all' : rows.slice(0, found);
}

/** So many are looked for one by one. */
const FEW = 200;

/**
 * The rows whose text is marked with a 1, when there are few such rows; undefined when there are many. The
 * browser's own search through numbers is fast from the first key on, while a loop over ten thousand pictures
 * takes milliseconds until it has run often.
 */
function fewRows(marks: Uint8Array, text: Uint32Array): Uint32Array | undefined {
  const rows: number[] = [];
  for (let one = marks.indexOf(1); one >= 0; one = marks.indexOf(1, one + 1)) {
    // Most often the texts have the order of the pictures.
    const next = text.indexOf(one, (rows.at(-1) ?? -1) + 1);
    const row = next >= 0 ? next : text.indexOf(one);
    if (row >= 0) rows.push(row);
    if (rows.length > FEW) return undefined;
  }
  return rows.length === text.length ? undefined : Uint32Array.from(rows).sort();
}

/**
 * For each kind: undefined where none of its pictures match, `all` where every one does, or a 1 at the number
 * of each text that matches.
 */
function marksOfKinds(
  kinds: readonly Kind[],
  filter: Filter,
  index: WordIndex,
): (Uint8Array | 'all' | undefined)[] {
  const words = searchWords(filter.words);
  const found = new Map<string, Uint8Array | 'all'>();
  return kinds.map(({ service, model, style }) => {
    const fits =
      (filter.service === undefined || service === filter.service) &&
      (filter.model === undefined || model === filter.model) &&
      (filter.style === undefined || style === filter.style);
    if (!fits) return undefined;
    const name = words.length === 0 ? '' : folded(model ?? '');
    const others = words.filter((word) => !name.includes(word));
    if (others.length === 0) return 'all';
    const key = others.join(' ');
    const marks = found.get(key) ?? index.textsWith(others);
    found.set(key, marks);
    return marks;
  });
}
