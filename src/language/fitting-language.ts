import { LANGUAGES, type Language, tagOf } from './languages.ts';
import { spokenLanguage } from './spoken-language.ts';

/**
 * The language of ours that a reader of another tag reads: `zh_TW` for `zh-HK`, `de` for `de-AT`. Where there is none, the
 * first of them, as browsers take the manifest's `default_locale`.
 */
export function fittingLanguage(tag: string, languages = LANGUAGES): Language {
  const wanted = spokenLanguage(tag);
  const fitting = languages.find((language) => spokenLanguage(tagOf(language)) === wanted);
  return fitting ?? languages[0] ?? 'en';
}
