import { formattingTag } from './formatting-tag.ts';
import type { FindMessage } from './messages.ts';

/**
 * A value to put into a text. Numbers are formatted; one that must not be, such as a width in pixels, is given as a string. A
 * list is written as the language writes lists: `A, B, C`.
 */
export type TextValue = string | number | readonly string[];

/** The texts of one language. */
export interface Texts {
  /** The text of a key; undefined where there is none. Numbers are formatted for the language: `1,024`. */
  find(key: string, ...values: TextValue[]): string | undefined;
  /** The text of a key; the key itself where there is none, so that nothing is ever blank. */
  say(key: string, ...values: TextValue[]): string;
  /**
   * A sentence with a number, in the plural form that the language has for `count`: the text of `KEY_one`, `KEY_few`, …, or
   * `KEY_other`. Without `values` the number itself is the sentence's value.
   */
  count(key: string, count: number, ...values: TextValue[]): string;
  /** A list as the language writes it: `A, B, C`, `A、B和C`. */
  listOf(words: readonly string[]): string;
  /** Whole sentences in one text, with what the language puts between two: a space, or nothing. */
  together(...sentences: (string | false | undefined)[]): string;
  /** The language for `Intl`. */
  tag: string;
}

/** Keys of `_locales` contain no hyphens; the names that they are built from do (`oil-painting`). */
const asKey = (name: string) => name.replaceAll('-', '_');

/**
 * Lists as they stand behind a label, `Team, Attic`: as units. Where a language has nothing visible between units, as Chinese and
 * Japanese, they are written as a conjunction: `A、B和C`.
 */
function listFormatOf(tag: string): Intl.ListFormat {
  const units = new Intl.ListFormat(tag, { type: 'unit' });
  const isVisible = units
    .formatToParts(['A', 'B'])
    .some(({ type, value }) => type === 'literal' && value.trim());
  return isVisible ? units : new Intl.ListFormat(tag, { type: 'conjunction' });
}

/**
 * Creates the texts of one language.
 *
 * @param findMessage The text of a key, '' where there is none.
 * @param preferred The user's languages, the most preferred first: they give the region for numbers and dates.
 */
export function createTexts(findMessage: FindMessage, preferred: readonly string[]): Texts {
  const tag = formattingTag(findMessage('common_language', []) || 'en', preferred);
  const numbers = new Intl.NumberFormat(tag);
  const lists = listFormatOf(tag);
  const listOf = (words: readonly string[]) => lists.format(words);
  const written = (value: TextValue) => {
    if (typeof value === 'number') return numbers.format(value);
    return typeof value === 'string' ? value : listOf(value);
  };
  const find: Texts['find'] = (key, ...values) => findMessage(asKey(key), values.map(written)) || undefined;
  const plurals = new Intl.PluralRules(tag);
  return {
    find,
    say: (key, ...values) => find(key, ...values) ?? key,
    count(key, count, ...values) {
      const given = values.length > 0 ? values : [count];
      return find(`${key}_${plurals.select(count)}`, ...given) ?? find(`${key}_other`, ...given) ?? key;
    },
    listOf,
    together: (...sentences) =>
      sentences
        .filter((sentence) => typeof sentence === 'string')
        .reduce(
          (text, next) => (text ? (find('common_sentences', text, next) ?? `${text} ${next}`) : next),
          '',
        ),
    tag,
  };
}
