import { formattingTag } from './formatting-tag.ts';
import type { FindMessage } from './messages.ts';

/** What goes into a text. A number that is a name or a measure, such as a width in pixels, is given as text. */
export type TextValue = string | number;

/** The texts of one language. */
export interface Texts {
  /** The text of a key; undefined where there is none. Numbers are written as the language writes them: `1,024`. */
  find(key: string, ...values: TextValue[]): string | undefined;
  /** The text of a key; the key itself where there is none, so that nothing is ever blank. */
  say(key: string, ...values: TextValue[]): string;
  /**
   * A sentence with a number in it, in the form that the language wants for that number: `KEY_one`, `KEY_few`, …,
   * `KEY_other`. Without values of its own the sentence gets the number.
   */
  count(key: string, count: number, ...values: TextValue[]): string;
  /** The language for `Intl`. */
  tag: string;
}

/** Keys of `_locales` contain no hyphens; the names that they are built from do (`oil-painting`). */
const asKey = (name: string) => name.replaceAll('-', '_');

/**
 * @param findMessage The text of a key, '' where there is none.
 * @param preferred The user's languages, the most preferred first: what the region of numbers and dates is taken from.
 */
export function createTexts(findMessage: FindMessage, preferred: readonly string[]): Texts {
  const tag = formattingTag(findMessage('common_language', []) || 'en', preferred);
  const numbers = new Intl.NumberFormat(tag);
  const written = (value: TextValue) => (typeof value === 'number' ? numbers.format(value) : value);
  const find: Texts['find'] = (key, ...values) => findMessage(asKey(key), values.map(written)) || undefined;
  const plurals = new Intl.PluralRules(tag);
  return {
    find,
    say: (key, ...values) => find(key, ...values) ?? key,
    count(key, count, ...values) {
      const given = values.length > 0 ? values : [count];
      return find(`${key}_${plurals.select(count)}`, ...given) ?? find(`${key}_other`, ...given) ?? key;
    },
    tag,
  };
}
