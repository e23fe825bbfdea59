/** The folders of `public/_locales`, which `wxt.config.ts` reads. Where no build ran it is not defined. */
declare const __LANGUAGES__: readonly string[];

/** A language that Understudy speaks, as its folder in `_locales` is named: `de`, `zh_CN`. */
export type Language = string;

export const LANGUAGES: readonly Language[] = typeof __LANGUAGES__ === 'undefined' ? ['en'] : __LANGUAGES__;

/** `browser`: whatever the browser's own pages are in. */
export type LanguageChoice = Language;

export const LANGUAGE_CHOICES: readonly LanguageChoice[] = ['browser', ...LANGUAGES];

/** The language's tag, as HTML and `Intl` want it. */
export function tagOf(language: Language): string {
  return language.replace('_', '-');
}

/**
 * The language's name in its own words, since who looks for theirs may know no other: `Deutsch`. One that is written in
 * several scripts is named after the script instead of the country: `简体中文`.
 */
export function ownName(language: Language): string {
  const tag = new Intl.Locale(tagOf(language));
  const { language: code, script } = tag.maximize();
  const named = tag.region && script ? `${code}-${script}` : code;
  const name = new Intl.DisplayNames([named], { type: 'language' }).of(named) ?? language;
  return name.charAt(0).toLocaleUpperCase(named) + name.slice(1);
}

/** A choice that was kept; undefined where it is none of ours. */
export function parseLanguageChoice(value: unknown): LanguageChoice | undefined {
  return LANGUAGE_CHOICES.find((choice) => choice === value);
}
