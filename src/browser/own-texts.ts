import { browser } from 'wxt/browser';

/** The text of a key of `_locales` in the browser's language; '' where there is none. */
export function browserText(key: string, values: string[]): string {
  return (browser.i18n.getMessage as (key: string, values: string[]) => string)(key, values);
}

/** The language that the browser's own pages are in. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The user's languages, the most preferred first. */
export function preferredLanguages(): string[] {
  return [uiLanguage(), ...navigator.languages];
}

/** A file of the extension, by its path from the root. */
export function readOwnFile(path: string): Promise<Response> {
  return fetch(browser.runtime.getURL(path as '/'));
}
