/** The folders of `public/_locales`, put in by `wxt.config.ts`. Undefined outside of a build, as in unit tests. */
declare const __LANGUAGES__: readonly string[];

/** A supported language, by the name of its folder in `_locales`: `de`, `zh_CN`. */
export type Language = string;

export const LANGUAGES: readonly Language[] = typeof __LANGUAGES__ === 'undefined' ? ['en'] : __LANGUAGES__;

/** The setting: a supported language, or `browser` for the language of the browser's own pages. */
export type LanguageChoice = Language;

export const LANGUAGE_CHOICES: readonly LanguageChoice[] = ['browser', ...LANGUAGES];

/** The language's tag, as HTML and `Intl` want it. */
export function tagOf(language: Language): string {
  return language.replace('_', '-');
}

/**
 * The language's name in the language itself (`Deutsch`), for readers who know no other. Where the folder's name has a region, the
 * name tells the script instead of the country: `简体中文`.
 */
export function ownName(language: Language): string {
  const tag = new Intl.Locale(tagOf(language));
  const { language: code, script } = tag.maximize();
  const named = tag.region && script ? `${code}-${script}` : code;
  const name = new Intl.DisplayNames([named], { type: 'language' }).of(named) ?? language;
  return name.charAt(0).toLocaleUpperCase(named) + name.slice(1);
}

/** A stored choice; undefined when it is not one of `LANGUAGE_CHOICES`. */
export function parseLanguageChoice(value: unknown): LanguageChoice | undefined {
  return LANGUAGE_CHOICES.find((choice) => choice === value);
}
