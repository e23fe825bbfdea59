import type { Sentence } from './sentence.ts';

/** Names a sentence of the locale and what goes into it. */
export function sentence(key: string, ...values: (string | number)[]): Sentence {
  return { key, values };
}
