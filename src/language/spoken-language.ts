/** What tells two languages apart for a reader: `zh-TW` and `zh-HK` are one, `zh-CN` another. Undefined where it is no tag. */
export function spokenLanguage(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
