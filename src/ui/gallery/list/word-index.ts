/** Texts as numbers of their words, each word once: a third of what the texts weigh, and searched in no time. */
export interface WordIndex {
  /**
   * Whether the text of a number has each of these words somewhere, as `includes` says it, or the text `besides` has it. Words
   * have no space in them.
   */
  finder(words: readonly string[]): (text: number, besides: string) => boolean;
}

/** Collects texts; those that are added get the next numbers, from 0 on. */
export interface WordIndexBuilder {
  add(texts: readonly string[]): void;
  /** All texts up to now; more can be added without changing it. */
  index(): WordIndex;
}

/** Stands between two words, and in none. */
const BETWEEN = '\n';

export function createWordIndexBuilder(): WordIndexBuilder {
  const numbers = new Map<string, number>();
  const found: number[] = [];
  const ends: number[] = [];

  return {
    add(texts) {
      for (const text of texts) {
        for (const word of new Set(text.split(/\s+/))) {
          const number = numbers.get(word) ?? numbers.size;
          numbers.set(word, number);
          found.push(number);
        }
        ends.push(found.length);
      }
    },
    index() {
      const words = [...numbers.keys()];
      const starts = new Uint32Array(words.length);
      let from = 0;
      for (const [number, word] of words.entries()) {
        starts[number] = from;
        from += word.length + BETWEEN.length;
      }
      const Numbers = words.length <= 0xffff ? Uint16Array : Uint32Array;
      return indexOf(words.join(BETWEEN), starts, new Numbers(found), new Uint32Array(ends));
    },
  };
}

/** `vocabulary`: the words one after the other; `starts`: where each begins; `ends`: where each text ends among `numbers`. */
function indexOf(
  vocabulary: string,
  starts: Uint32Array,
  numbers: Uint16Array | Uint32Array,
  ends: Uint32Array,
): WordIndex {
  /** A 1 for each word of the vocabulary that has the part in it. */
  function wordsWith(part: string): Uint8Array {
    const marks = new Uint8Array(starts.length);
    let number = 0;
    for (let at = vocabulary.indexOf(part); at >= 0; ) {
      while ((starts[number + 1] ?? Number.POSITIVE_INFINITY) <= at) number += 1;
      marks[number] = 1;
      const next = starts[number + 1];
      at = next === undefined ? -1 : vocabulary.indexOf(part, next);
    }
    return marks;
  }

  return {
    finder(words) {
      const wanted = words.map((word) => ({ word, marks: wordsWith(word) }));
      const has = (text: number, marks: Uint8Array) => {
        const end = ends[text] ?? 0;
        for (let at = ends[text - 1] ?? 0; at < end; at += 1) if (marks[numbers[at] ?? 0] === 1) return true;
        return false;
      };
      return (text, besides) => wanted.every(({ word, marks }) => has(text, marks) || besides.includes(word));
    },
  };
}
