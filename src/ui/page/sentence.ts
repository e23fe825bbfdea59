import type { TextValue } from '../../language/index.ts';
import { countOf, t } from './extension.ts';

/** A key of `_locales` with its values. Pure functions return it, so that they need no access to the locale. */
export interface Sentence {
  key: string;
  values?: TextValue[];
  /** The number whose plural form is wanted: the key stands for `KEY_one`, …, `KEY_other`. */
  count?: number;
}

/** The sentence in the user's language. */
export function say({ key, values = [], count }: Sentence): string {
  return count === undefined ? t(key, ...values) : countOf(key, count, ...values);
}
