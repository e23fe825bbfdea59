import { type LanguageChoice, parseLanguageChoice } from '../../language/index.ts';
import { chosenMessages } from './chosen-messages.ts';
import { browserLanguage } from './extension.ts';
import { createSpeaker } from './speaker.ts';

/** The choice is kept where a page can read it at once: nothing is drawn in one language first and then in another. */
const KEPT = 'language';

const speaker = createSpeaker({
  ...browserLanguage,
  show(messages) {
    chosenMessages.value = messages;
  },
});

/** The choice as a page last saw it. */
export function keptChoice(): LanguageChoice {
  try {
    return parseLanguageChoice(localStorage.getItem(KEPT)) ?? 'browser';
  } catch {
    // A browser that keeps nothing for pages: the settings say it a moment later.
    return 'browser';
  }
}

function keep(choice: LanguageChoice): void {
  if (choice === keptChoice()) return;
  try {
    localStorage.setItem(KEPT, choice);
  } catch {
    // As above.
  }
}

/** Lets the page speak a language. Resolves when it does; where the texts cannot be read, it speaks on as before. */
export function speak(choice: LanguageChoice): Promise<void> {
  keep(choice);
  return speaker(choice);
}
