import { t } from './extension.ts';

/** A key of `_locales` with what goes into it: what pure parts return, so that they hold no words of their own. */
export interface Sentence {
  key: string;
  values?: (string | number)[];
}

/** The sentence in the user's language. */
export function say({ key, values = [] }: Sentence): string {
  return t(key, ...values);
}
