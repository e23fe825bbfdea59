import { computed } from '@preact/signals';
import { createTexts, findIn, type TextValue } from '../../language/index.ts';
import { chosenMessages } from './chosen-messages.ts';

/**
 * The texts of a page. A component that draws a text is drawn again when another language is chosen.
 *
 * @param browserText The text of a key in the browser's language; '' where there is none.
 * @param preferred The user's languages, the most preferred first.
 */
export function createPageTexts(
  browserText: (key: string, values: string[]) => string,
  preferred: () => readonly string[],
) {
  const texts = computed(() => {
    const find = chosenMessages.value ? findIn(chosenMessages.value) : browserText;
    return createTexts(find, preferred());
  });
  return {
    /** The text of a key of `_locales`; the key itself where there is none, so that nothing is ever blank. */
    t(key: string, ...values: TextValue[]): string {
      return texts.value.say(key, ...values);
    },
    /** Whether `_locales` has the key. */
    hasText(key: string): boolean {
      return texts.value.find(key) !== undefined;
    },
    /**
     * A sentence with a number in it, in the form that the language wants for that number: `KEY_one`, `KEY_few`, …,
     * `KEY_other`. Without values of its own the sentence gets the number.
     */
    countOf(key: string, count: number, ...values: TextValue[]): string {
      return texts.value.count(key, count, ...values);
    },
    /** A list as the language writes it: `A, B and C`, `A、B和C`. */
    listOf(words: readonly string[]): string {
      return texts.value.listOf(words);
    },
    /** Whole sentences in one text, with what the language puts between two: a space, or nothing. */
    together(...sentences: (string | false | undefined)[]): string {
      return texts.value.together(...sentences);
    },
    /** The language of the page, as `Intl` wants it. */
    uiLanguage(): string {
      return texts.value.tag;
    },
  };
}
