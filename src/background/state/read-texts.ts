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
 * What is said outside of pages, in the language that was chosen; in the browser's where those texts cannot be read. Each
 * language is read once.
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
