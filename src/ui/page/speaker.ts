import {
  type BrowserLanguage,
  type LanguageChoice,
  type Messages,
  readMessages,
} from '../../language/index.ts';

export interface SpeakerPorts extends BrowserLanguage {
  /** Takes the texts to speak; undefined: those that the browser hands out. */
  show(messages: Messages | undefined): void;
}

/**
 * Lets a page speak a language: resolves when it does. Where its texts cannot be read, the page speaks on as before, at
 * the beginning the browser's language.
 */
export function createSpeaker({
  show,
  ...language
}: SpeakerPorts): (choice: LanguageChoice) => Promise<void> {
  let spoken: LanguageChoice | undefined;

  return async function speak(choice) {
    if (choice === spoken) return;
    const before = spoken;
    spoken = choice;
    try {
      const messages = await readMessages(choice, language);
      // Another one may have been chosen meanwhile.
      if (choice === spoken) show(messages);
    } catch {
      if (choice !== spoken) return;
      spoken = before;
      if (before === undefined && choice !== 'browser') await speak('browser');
    }
  };
}
