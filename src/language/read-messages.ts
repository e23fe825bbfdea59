import { fittingLanguage } from './fitting-language.ts';
import type { LanguageChoice } from './languages.ts';
import { loadMessages } from './load-messages.ts';
import type { FindMessage, Messages } from './messages.ts';

export interface BrowserLanguage {
  /** The text of a key in the browser's language; '' where there is none. */
  browserText: FindMessage;
  /** The tag of the language that the browser's own pages are in. */
  uiLanguage(): string;
  /** Fetches a file of the extension, by its path from the root. */
  readFile(path: string): Promise<Response>;
}

/**
 * Reads the texts of the chosen language from the extension's own files. Undefined for the choice `browser` where the browser
 * hands out the texts itself. Chromium may hand out none: it loads an extension's texts once per process, and if it does so while
 * the extension is being loaded or updated, they stay empty as long as the process lives. Then the files are read as well.
 *
 * @throws What `readFile` or parsing JSON throws, and TypeError where a file holds no texts.
 */
export async function readMessages(
  choice: LanguageChoice,
  { browserText, uiLanguage, readFile }: BrowserLanguage,
): Promise<Messages | undefined> {
  if (choice !== 'browser') return loadMessages(choice, readFile);
  if (browserText('extension_name', []) !== '') return undefined;
  return loadMessages(fittingLanguage(uiLanguage()), readFile);
}
