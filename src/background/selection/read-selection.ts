import { cleanForeignText } from '../../generation/index.ts';

/** Characters. The models read 512 tokens, which is about as much of most languages. */
export const MAX_SELECTION = 2_000;
/** A selection of megabytes is looked at no further than this. */
const MOST_READ = 8 * MAX_SELECTION;
/** A cut before this share of what fits would lose too much. */
const SHORTEST_SHARE = 0.5;

export interface Selection {
  text: string;
  /** It was longer than the models read. */
  shortened: boolean;
}

/** The selected text as a prompt can hold it: whole sentences of it, or whole words, where it is too long. */
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
  // A little more, so that it is seen whether something ends just where it has to be cut.
  const head = text.slice(0, max + 200);
  for (const granularity of ['sentence', 'word', 'grapheme'] as const) {
    const least = granularity === 'grapheme' ? 1 : max * SHORTEST_SHARE;
    const end = [...new Intl.Segmenter(undefined, { granularity }).segment(head)].findLast(
      ({ index }) => index <= max && index >= least,
    );
    if (end) return text.slice(0, end.index);
  }
  // One sign of thousands of marks: half of a pair is cleaned away.
  return text.slice(0, max);
}
