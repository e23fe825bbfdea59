import { signal } from '@preact/signals';
import type { Messages } from '../../language/index.ts';

/** The texts that the page read itself, of the language chosen in the options; undefined while the browser hands out its own. */
export const chosenMessages = signal<Messages | undefined>(undefined);
