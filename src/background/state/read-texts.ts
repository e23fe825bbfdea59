import { createTexts, findIn, type LanguageChoice, loadMessages, type Texts } from '../../language/index.ts';

export interface TextPorts {
  readChoice(): Promise<LanguageChoice>;
  /** The text of a key in the browser's language; '' where there is none. */
  browserText(key: string, values: string[]): string;
  /** A file of the extension, by its path from the root. */
  readFile(path: string): Promise<Response>;
  preferredLanguages(): string[];
}

/**
 * What is said outside of pages, in the language that was chosen; in the browser's where those texts cannot be read. Each
 * language is read once.
 */
export function createTextsReader(ports: TextPorts): () => Promise<Texts> {
  let latest: { choice: LanguageChoice; texts: Texts } | undefined;

  async function build(choice: LanguageChoice): Promise<Texts> {
    const find =
      choice === 'browser' ? ports.browserText : findIn(await loadMessages(choice, ports.readFile));
    return createTexts(find, ports.preferredLanguages());
  }

  return async () => {
    const choice = await ports.readChoice();
    if (latest?.choice === choice) return latest.texts;
    try {
      const texts = await build(choice);
      latest = { choice, texts };
      return texts;
    } catch {
      return build('browser');
    }
  };
}
