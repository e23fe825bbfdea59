import type { Fact } from '../picture-facts.ts';

export interface Difference {
  key: string;
  /** One value for each picture; undefined when unknown. */
  values: (string | undefined)[];
}

/** What differs between pictures, and the keys of what is the same in all of them. `facts`: one list for each picture. */
export function differencesOf(facts: readonly (readonly Fact[])[]): { differ: Difference[]; same: string[] } {
  const keys = [...new Set(facts.flatMap((list) => list.map(({ key }) => key)))];
  const rows = keys.map((key) => ({
    key,
    values: facts.map((list) => list.find((fact) => fact.key === key)?.value),
  }));
  const isSame = ({ values }: Difference) => values.every((value) => value === values[0]);
  return {
    differ: rows.filter((row) => !isSame(row)),
    same: rows.filter(isSame).map(({ key }) => key),
  };
}
