import { spokenLanguage } from './spoken-language.ts';

/**
 * The language tag to format numbers, dates and lists with: the tag of the texts, with the user's region if the user prefers the
 * same language (`en` becomes `en-GB`). Digits are always 0 to 9, since sizes and seeds are typed in these digits.
 *
 * @param textTag The language that the texts are in.
 * @param preferred The user's languages, the most preferred first.
 */
export function formattingTag(textTag: string, preferred: readonly string[]): string {
  const own = preferred.find((tag) => spokenLanguage(tag) === spokenLanguage(textTag)) ?? textTag;
  const { numberingSystem } = new Intl.NumberFormat(own).resolvedOptions();
  return numberingSystem === 'latn' ? own : new Intl.Locale(own, { numberingSystem: 'latn' }).toString();
}
