import type { TextValue } from '../../language/index.ts';
import type { Sentence } from './sentence.ts';

/** Names a sentence of the locale and the values that go into it. */
export function sentence(key: string, ...values: TextValue[]): Sentence {
  return { key, values };
}

/** A sentence about a number, in the form that the language wants for it: `KEY_one`, …, `KEY_other`. */
export function counted(key: string, count: number): Sentence {
  return { key, count };
}
