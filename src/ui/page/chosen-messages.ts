import { signal } from '@preact/signals';
import type { Messages } from '../../language/index.ts';

/**
 * The texts of the language that was chosen in the options, read by the page itself; undefined while the
 * browser's own are used.
 */
export const chosenMessages = signal<Messages | undefined>(undefined);
