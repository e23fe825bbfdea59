import { hasText, t, uiLanguage } from '../page/extension.ts';

/** A sentence with a number in it, in the form that the language wants for that number: `KEY_one`, `KEY_few`, …, `KEY_other`. */
export function countOf(key: string, count: number): string {
  const language = uiLanguage();
  const form = `${key}_${new Intl.PluralRules(language).select(count)}`;
  const number = new Intl.NumberFormat(language).format(count);
  return t(hasText(form) ? form : `${key}_other`, number);
}
