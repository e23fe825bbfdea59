import { isSame } from '../contains-all.ts';

/** One style or hub, as far as it has to be named. A shipped style has a name only once the user gave it one. */
export interface ListEntry {
  id: string;
  name?: string;
  url?: string;
}

/** What would become of a list of styles or hubs, entry by entry. */
export interface ListChanges {
  added: ListEntry[];
  removed: ListEntry[];
  /** With the names of the fields that differ. */
  changed: (ListEntry & { fields: string[] })[];
  /** What stays would stand in another order. */
  reordered: boolean;
}

/** What differs between two lists whose entries have ids. */
export function listChanges<Entry extends ListEntry>(
  now: readonly Entry[],
  next: readonly Entry[],
): ListChanges {
  const before = new Map(now.map((entry) => [entry.id, entry]));
  const after = new Set(next.map(({ id }) => id));
  const kept = now.filter(({ id }) => after.has(id)).map(({ id }) => id);
  const order = next.filter(({ id }) => before.has(id)).map(({ id }) => id);
  return {
    added: next.filter(({ id }) => !before.has(id)).map(named),
    removed: now.filter(({ id }) => !after.has(id)).map(named),
    changed: next.flatMap((entry) => {
      const fields = fieldsThatDiffer(before.get(entry.id) ?? entry, entry);
      return fields.length > 0 ? [{ ...named(entry), fields }] : [];
    }),
    reordered: kept.some((id, place) => id !== order[place]),
  };
}

function named({ id, name, url }: ListEntry): ListEntry {
  return { id, ...(name !== undefined && { name }), ...(url !== undefined && { url }) };
}

function fieldsThatDiffer(one: object, other: object): string[] {
  const [a, b] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].filter((field) => !isSame(a[field], b[field]));
}
