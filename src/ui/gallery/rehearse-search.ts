import { EVERYTHING, rowsShown } from './filter.ts';
import { listOf } from './list/picture-list.ts';
import type { WordIndex } from './list/word-index.ts';
import type { Loaded } from './loaded.ts';
import { layOut, WALL } from './wall/wall-layout.ts';

/** Letters that are in many texts. */
const LETTERS = ['a', 'e', 'a e'];
const WIDTH = 1_200;

/**
 * Runs a few searches over all pictures and lays half of the pictures out, though nobody asked for it.
 * Browsers compile code that has run often: without this, the first keys of a search among ten thousand
 * pictures run the slow form of the code, some milliseconds each. Call it while nobody waits.
 */
export function rehearseSearch({ columns, words, texts }: Pick<Loaded, 'columns' | 'words' | 'texts'>): void {
  const half = Uint8Array.from({ length: texts }, (_, text) => text % 2);
  const index: WordIndex = {
    textsWith(wanted) {
      words.textsWith(wanted);
      return half;
    },
  };
  for (const letters of LETTERS) {
    const rows = rowsShown(columns, { ...EVERYTHING, words: letters }, index);
    const found = listOf(columns, rows === 'all' ? undefined : rows);
    layOut(found.ratios(), found.moments(), { width: WIDTH, ...WALL });
  }
}
