/**
 * The language and script of a tag, such as `zh-Hant` for `zh-TW` and `zh-HK`, and `zh-Hans` for `zh-CN`: what a reader needs to
 * know. Undefined where `tag` is no language tag.
 */
export function spokenLanguage(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
