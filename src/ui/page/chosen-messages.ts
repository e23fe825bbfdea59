import { signal } from '@preact/signals';
import type { Messages } from '../../language/index.ts';

/** The texts of the language chosen in the options; undefined while the pages speak the browser's. */
export const chosenMessages = signal<Messages | undefined>(undefined);
