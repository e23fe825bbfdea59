import type { Language } from './languages.ts';
import { type Messages, parseMessages } from './messages.ts';

/**
 * Reads the texts of a language from the extension's own files.
 *
 * @param readFile Fetches a file of the extension, by its path from the root.
 * @throws What `readFile` or parsing JSON throws, and TypeError where the file holds no texts.
 */
export async function loadMessages(
  language: Language,
  readFile: (path: string) => Promise<Response>,
): Promise<Messages> {
  return parseMessages(await (await readFile(`/_locales/${language}/messages.json`)).json());
}
