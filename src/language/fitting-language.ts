import { LANGUAGES, type Language, tagOf } from './languages.ts';
import { spokenLanguage } from './spoken-language.ts';

/**
 * The supported language for a reader of the language `tag`: `zh_TW` for `zh-HK`, `de` for `de-AT`. Where none fits, the first
 * supported language, which is the manifest's `default_locale`.
 */
export function fittingLanguage(tag: string, languages = LANGUAGES): Language {
  const wanted = spokenLanguage(tag);
  const fitting = languages.find((language) => spokenLanguage(tagOf(language)) === wanted);
  return fitting ?? languages[0] ?? 'en';
}
