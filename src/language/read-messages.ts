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
 * The texts of a language that was chosen; undefined where the browser hands out those of its own language. It may hand out
 * none: Chromium asks for an extension's texts once for each process, and where that is while the extension is being loaded
 * or updated, they stay empty as long as the process lives. Then they are read from the extension's own files.
 *
 * @throws What reading throws, and TypeError where there are no texts.
 */
export async function readMessages(
  choice: LanguageChoice,
  { browserText, uiLanguage, readFile }: BrowserLanguage,
): Promise<Messages | undefined> {
  if (choice !== 'browser') return loadMessages(choice, readFile);
  if (browserText('extension_name', []) !== '') return undefined;
  return loadMessages(fittingLanguage(uiLanguage()), readFile);
}
