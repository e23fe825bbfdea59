type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The same object without the properties that are undefined. */
export function defined<T extends object>(fields: T | undefined): Defined<T> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
