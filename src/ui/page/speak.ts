import { type LanguageChoice, loadMessages, parseLanguageChoice } from '../../language/index.ts';
import { chosenMessages } from './chosen-messages.ts';
import { readOwnFile } from './extension.ts';

/** The choice is kept where a page can read it at once: nothing is drawn in one language first and then in another. */
const KEPT = 'language';

let spoken: LanguageChoice = 'browser';

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
  try {
    localStorage.setItem(KEPT, choice);
  } catch {
    // As above.
  }
}

/** Lets the page speak a language. Resolves when it does; where the texts cannot be read, it speaks on as before. */
export async function speak(choice: LanguageChoice): Promise<void> {
  if (choice === spoken) return;
  const before = spoken;
  spoken = choice;
  keep(choice);
  try {
    const messages = choice === 'browser' ? undefined : await loadMessages(choice, readOwnFile);
    // Another one may have been chosen meanwhile.
    if (choice === spoken) chosenMessages.value = messages;
  } catch {
    if (choice === spoken) spoken = before;
  }
}
