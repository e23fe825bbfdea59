/**
 * An index of texts, in which each word is held once: it takes a third of the texts' memory, and a search
 * looks at each word once.
 */
export interface WordIndex {
  /**
   * An array with a 1 at the number of each text that has all these words somewhere, as `includes` finds
   * them; `all` when every text has them, as with the first letter of a search. `words` has at least one word,
   * and its words have no space in them.
   */
  textsWith(words: readonly string[]): Uint8Array | 'all';
}

/** An index with a few more texts; their numbers follow the `count` texts of the given index. */
export function withMoreTexts(index: WordIndex, count: number, texts: readonly string[]): WordIndex {
  return {
    textsWith(words) {
      const before = index.textsWith(words);
      const marks = new Uint8Array(count + texts.length);
      if (before === 'all') marks.fill(1, 0, count);
      else marks.set(before);
      for (const [place, text] of texts.entries())
        marks[count + place] = Number(words.every((word) => text.includes(word)));
      return marks;
    },
  };
}

/** Collects texts for an index; each added text gets the next number, from 0 on. */
export interface WordIndexBuilder {
  add(texts: readonly string[]): void;
  /** The index of all texts up to now; adding more texts does not change it. */
  index(): WordIndex;
}

/** Stands between two words of the vocabulary; no word has this character. */
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
      return indexOf(words.join(BETWEEN), starts, textsByWord(words.length, found, ends), ends.length);
    },
  };
}

interface TextsByWord {
  /** The numbers of the texts that have the first word, then of those that have the second, and so on. */
  texts: Uint16Array | Uint32Array;
  /** For each word: where its part of `texts` ends. */
  ends: Uint32Array;
}

/** `found`: the words of all texts, one text after the other; `ends`: where each text ends in `found`. */
function textsByWord(words: number, found: readonly number[], ends: readonly number[]): TextsByWord {
  const wordEnds = new Uint32Array(words);
  for (const word of found) wordEnds[word] = (wordEnds[word] ?? 0) + 1;
  for (let word = 1; word < words; word += 1)
    wordEnds[word] = (wordEnds[word] ?? 0) + (wordEnds[word - 1] ?? 0);
  const Numbers = ends.length <= 0xffff ? Uint16Array : Uint32Array;
  const texts = new Numbers(found.length);
  // Each word's part is filled from its end to its start: in the end `wordEnds` holds the starts.
  for (let text = ends.length - 1; text >= 0; text -= 1)
    for (let at = ends[text - 1] ?? 0; at < (ends[text] ?? 0); at += 1) {
      const word = found[at] ?? 0;
      const place = (wordEnds[word] ?? 0) - 1;
      wordEnds[word] = place;
      texts[place] = text;
    }
  const starts = wordEnds;
  return { texts, ends: Uint32Array.from(starts, (_, word) => starts[word + 1] ?? found.length) };
}

/** `vocabulary`: the words one after the other; `starts`: where each begins; `count`: how many texts there are. */
function indexOf(
  vocabulary: string,
  starts: Uint32Array,
  { texts, ends }: TextsByWord,
  count: number,
): WordIndex {
  /**
   * The number of the word that covers the place `at` of the vocabulary. `from`: the number of a word that
   * begins at or before that place.
   */
  function wordAt(at: number, from: number): number {
    let [low, high] = [from, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * A 1 for each text that has a word with the part in it; `all` when every text has one. Only texts with such
   * a word are visited.
   */
  function textsWithOne(part: string): Uint8Array | 'all' {
    const marks = new Uint8Array(count);
    let missing = count;
    let word = 0;
    for (let at = vocabulary.indexOf(part); at >= 0 && missing > 0; ) {
      word = wordAt(at, word);
      const [begin, end] = [ends[word - 1] ?? 0, ends[word] ?? 0];
      if (end - begin === count) return 'all';
      for (let place = begin; place < end; place += 1) {
        const text = texts[place] ?? 0;
        missing -= 1 - (marks[text] ?? 0);
        marks[text] = 1;
      }
      const next = starts[word + 1];
      at = next === undefined ? -1 : vocabulary.indexOf(part, next);
    }
    return missing === 0 ? 'all' : marks;
  }

  return {
    textsWith(words) {
      let found: Uint8Array | 'all' = 'all';
      for (const word of words) {
        const those = textsWithOne(word);
        if (found === 'all') found = those;
        else if (those !== 'all')
          for (let text = 0; text < count; text += 1) if (those[text] !== 1) found[text] = 0;
      }
      return found;
    },
  };
}
