import { cleanForeignText, MAX_SELECTION } from '../../generation/index.ts';

/** How many characters of a selection are processed at most, since a selection can be megabytes long. */
const MOST_READ = 8 * MAX_SELECTION;
/** The shortest a text may become by a cut between sentences or words, as a share of the allowed length. */
const SHORTEST_SHARE = 0.5;

export interface Selection {
  text: string;
  /** The selection was too long and has been cut. */
  shortened: boolean;
}

/** The selected text, cleaned and at most `max` characters long. A longer text is cut between sentences, or else between words. */
export function readSelection(selected: string, max = MAX_SELECTION): Selection {
  const words = selected.trimStart();
  const text = clean(words.slice(0, MOST_READ));
  const shortened = text.length > max || words.trimEnd().length > MOST_READ;
  return { text: clean(cut(text, max)), shortened };
}

function clean(text: string): string {
  return cleanForeignText(text).replace(/[^\S\n]+/gu, ' ');
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // 200 characters more, so that a sentence or word that ends exactly at `max` is seen to end there.
  const head = text.slice(0, max + 200);
  for (const granularity of ['sentence', 'word', 'grapheme'] as const) {
    const least = granularity === 'grapheme' ? 1 : max * SHORTEST_SHARE;
    const end = [...new Intl.Segmenter(undefined, { granularity }).segment(head)].findLast(
      ({ index }) => index <= max && index >= least,
    );
    if (end) return text.slice(0, end.index);
  }
  // A single grapheme longer than `max`, such as a letter with thousands of accents. `clean` removes half of a surrogate pair.
  return text.slice(0, max);
}
