/**
 * Owners as people write them: separated by commas, spaces or lines, with or without `@` and `/`. Repeated
 * owners are dropped, whatever their case.
 */
export function parseOwners(text: string): string[] {
  const owners = new Map<string, string>();
  for (const part of text.split(/[\s,;]+/)) {
    const owner = part.replace(/^@+|\/+$/g, '');
    const key = owner.toLowerCase();
    if (owner !== '' && !owners.has(key)) owners.set(key, owner);
  }
  return [...owners.values()];
}

/** The owners as the form shows them. */
export function formatOwners(owners: readonly string[]): string {
  return owners.join(', ');
}
