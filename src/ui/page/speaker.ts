import {
  type BrowserLanguage,
  type LanguageChoice,
  type Messages,
  readMessages,
} from '../../language/index.ts';

export interface SpeakerPorts extends BrowserLanguage {
  /** Takes the texts of the language; undefined: the texts that the browser hands out. */
  show(messages: Messages | undefined): void;
}

/**
 * Makes a function that shows the page in a language, and resolves when it is shown. Where its texts cannot
 * be read, the page stays in its language; at the start that is the browser's.
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
      // Another language may have been chosen meanwhile.
      if (choice === spoken) show(messages);
    } catch {
      if (choice !== spoken) return;
      spoken = before;
      if (before === undefined && choice !== 'browser') await speak('browser');
    }
  };
}
