import { browser } from 'wxt/browser';

const getMessage = browser.i18n.getMessage as (key: string, values?: string[]) => string;

/** The text of a key of `_locales`; undefined where there is none. */
export function localText(key: string, ...values: string[]): string | undefined {
  return getMessage(key.replaceAll('-', '_'), values) || undefined;
}
