/**
 * The languages that Understudy speaks, as their folders in `_locales` are named, in the order they are offered; each with
 * its name in its own words: who looks for theirs may know no other.
 */
export const LANGUAGE_NAMES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  zh_CN: '简体中文',
  zh_TW: '繁體中文',
  ar: 'العربية',
} as const;

export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];

/** `browser`: whatever the browser's own pages are in. */
export type LanguageChoice = Language | 'browser';

export const LANGUAGE_CHOICES: readonly LanguageChoice[] = ['browser', ...LANGUAGES];

/** The language's tag, as HTML and `Intl` want it. */
export function tagOf(language: Language): string {
  return language.replace('_', '-');
}

/** A choice that was kept; undefined where it is none of ours. */
export function parseLanguageChoice(value: unknown): LanguageChoice | undefined {
  return LANGUAGE_CHOICES.find((choice) => choice === value);
}
