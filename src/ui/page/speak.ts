import { type LanguageChoice, parseLanguageChoice } from '../../language/index.ts';
import { chosenMessages } from './chosen-messages.ts';
import { browserLanguage } from './extension.ts';
import { createSpeaker } from './speaker.ts';

/**
 * The key in `localStorage` of the chosen language. A page can read it at once: it is not drawn in one
 * language first and then in another.
 */
const KEPT = 'language';

const speaker = createSpeaker({
  ...browserLanguage,
  show(messages) {
    chosenMessages.value = messages;
  },
});

/** The chosen language as a page stored it last. */
export function keptChoice(): LanguageChoice {
  try {
    return parseLanguageChoice(localStorage.getItem(KEPT)) ?? 'browser';
  } catch {
    // This browser stores nothing for pages: the settings bring the choice a moment later.
    return 'browser';
  }
}

function keep(choice: LanguageChoice): void {
  if (choice === keptChoice()) return;
  try {
    localStorage.setItem(KEPT, choice);
  } catch {
    // This browser stores nothing for pages: each page starts in the browser's language.
  }
}

/**
 * Shows the page in a language, and resolves when it is shown. Where the texts cannot be read, the page stays
 * as it is.
 */
export function speak(choice: LanguageChoice): Promise<void> {
  keep(choice);
  return speaker(choice);
}
