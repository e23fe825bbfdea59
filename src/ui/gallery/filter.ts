import type { Picture } from '../../gallery/index.ts';

export type Shape = 'square' | 'wide' | 'tall';

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

/** A picture counts as square if its sides differ by at most a tenth. */
export function shapeOf({ width, height }: Pick<Picture, 'width' | 'height'>): Shape | undefined {
  if (!width || !height) return undefined;
  if (Math.abs(width / height - 1) <= 0.1) return 'square';
  return width > height ? 'wide' : 'tall';
}

/** A text for comparing: without case and accents, and with one form for each letter (NFKD). */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The text of a picture that a search looks through. */
export function searchText({ request, model }: Pick<Picture, 'request' | 'model'>): string {
  return folded(`${request.prompt}\n${model ?? ''}`);
}

/** Whether the wall shows a picture; every word of the search has to be in it somewhere. `text` is its `searchText`. */
export function matches(picture: Picture, text: string, filter: Filter, words: readonly string[]): boolean {
  const { favourites, service, model, style, shape } = filter;
  return (
    (!favourites || picture.favourite === true) &&
    (service === undefined || picture.provider === service) &&
    (model === undefined || picture.model === model) &&
    (style === undefined || picture.request.style === style) &&
    (shape === undefined || shapeOf(picture) === shape) &&
    words.every((word) => text.includes(word))
  );
}

/** The words that are searched for. */
export function searchWords(words: string): string[] {
  return folded(words).split(/\s+/).filter(Boolean);
}

/** What there is to choose from in the filters, each once, in the order of the alphabet. */
export function choicesOf(pictures: readonly Picture[]): Record<'service' | 'model' | 'style', string[]> {
  const distinct = (values: (string | undefined)[]) =>
    [...new Set(values.filter((value) => value !== undefined))].toSorted((a, b) => a.localeCompare(b));
  return {
    service: distinct(pictures.map(({ provider }) => provider)),
    model: distinct(pictures.map(({ model }) => model)),
    style: distinct(pictures.map(({ request }) => request.style)),
  };
}
