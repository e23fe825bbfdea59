import { spokenLanguage } from './spoken-language.ts';

/**
 * The tag to format numbers, dates and lists with: that of the texts, with the region of the user where they prefer the
 * same language (`en` becomes `en-GB`). Digits are always 0 to 9, since sizes, seeds and clocks are typed and shown in them.
 *
 * @param textTag The language that the texts are in.
 * @param preferred The user's languages, the most preferred first.
 */
export function formattingTag(textTag: string, preferred: readonly string[]): string {
  const own = preferred.find((tag) => spokenLanguage(tag) === spokenLanguage(textTag)) ?? textTag;
  const { numberingSystem } = new Intl.NumberFormat(own).resolvedOptions();
  return numberingSystem === 'latn' ? own : new Intl.Locale(own, { numberingSystem: 'latn' }).toString();
}
