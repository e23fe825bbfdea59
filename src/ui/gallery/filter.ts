import type { Picture } from '../../gallery/index.ts';
import type { PictureColumns } from './list/picture-columns.ts';
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
 * The rows of the pictures that the wall shows, in their order. Every word of the search has to be somewhere in the prompt or
 * the model's name. `index` has the `searchText` of each.
 */
export function rowsShown(columns: PictureColumns, filter: Filter, index: WordIndex): Uint32Array {
  const words = searchWords(filter.words);
  const kinds = columns.kinds.map((kind) => ({
    fits:
      (filter.service === undefined || kind.service === filter.service) &&
      (filter.model === undefined || kind.model === filter.model) &&
      (filter.style === undefined || kind.style === filter.style),
    model: words.length === 0 ? '' : folded(kind.model ?? ''),
  }));
  const isFound = words.length === 0 ? () => true : index.finder(words);
  const rows: number[] = [];
  for (let row = 0; row < columns.ids.length; row += 1) {
    const kind = kinds[columns.kind[row] ?? 0];
    if (!kind?.fits || (filter.favourites && columns.favourite[row] !== 1)) continue;
    if (filter.shape !== undefined && shapeAt(columns, row) !== filter.shape) continue;
    if (isFound(columns.text[row] ?? 0, kind.model)) rows.push(row);
  }
  return new Uint32Array(rows);
}
