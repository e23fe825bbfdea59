/** A message of the locale and what goes into it: sentences stay testable without a locale. */
export interface Sentence {
  key: string;
  values: string[];
}

export function sentence(key: string, ...values: (string | number)[]): Sentence {
  return { key, values: values.map(String) };
}
