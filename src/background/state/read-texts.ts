import {
  type BrowserLanguage,
  createTexts,
  findIn,
  type LanguageChoice,
  type Messages,
  readMessages,
  type Texts,
} from '../../language/index.ts';

export interface TextPorts extends BrowserLanguage {
  readChoice(): Promise<LanguageChoice>;
  preferredLanguages(): string[];
}

/**
 * Creates a function that reads the texts for use outside of pages, in the user's language; in the browser's language where
 * those texts cannot be read. They are read again only when the chosen language changes.
 */
export function createTextsReader(ports: TextPorts): () => Promise<Texts> {
  let latest: { choice: LanguageChoice; texts: Texts } | undefined;

  const textsOf = (messages?: Messages) =>
    createTexts(messages ? findIn(messages) : ports.browserText, ports.preferredLanguages());
  const build = async (choice: LanguageChoice) => textsOf(await readMessages(choice, ports));

  return async () => {
    const choice = await ports.readChoice();
    if (latest?.choice === choice) return latest.texts;
    try {
      const texts = await build(choice);
      latest = { choice, texts };
      return texts;
    } catch {
      return build('browser').catch(() => textsOf());
    }
  };
}
