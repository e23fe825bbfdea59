import { t } from './extension.ts';

/** A key of `_locales` with its values. Pure functions return it, so that they need no access to the locale. */
export interface Sentence {
  key: string;
  values?: (string | number)[];
}

/** The sentence in the user's language. */
export function say({ key, values = [] }: Sentence): string {
  return t(key, ...values);
}
