import { canonicalJson } from './canonical-json.ts';

/** Bytes, and a number of items; a little under what browsers give (8,192 bytes an item, 102,400 in all, 512 items). */
export const SYNC_ROOM = { itemBytes: 8_000, totalBytes: 100_000, items: 500 } as const;

/** The bytes that an item takes. Chromium writes `<` and two line separators as six bytes. */
export function itemBytes(key: string, value: unknown): number {
  const json = canonicalJson(value);
  const escaped = json.match(/[<\u2028\u2029]/g)?.length ?? 0;
  return new TextEncoder().encode(key + json).length + escaped * 5;
}

/** The wanted items that there is room for, the earlier ones first; and the keys of the others. */
export function fitInto(
  there: Readonly<Record<string, unknown>>,
  wanted: readonly (readonly [key: string, value: unknown])[],
): { fitting: Record<string, unknown>; left: string[] } {
  const sizes = new Map(Object.entries(there).map(([key, value]) => [key, itemBytes(key, value)]));
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const fitting: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [key, value] of wanted) {
    const size = itemBytes(key, value);
    const after = total - (sizes.get(key) ?? 0) + size;
    const hasPlace = sizes.has(key) || sizes.size < SYNC_ROOM.items;
    if (size > SYNC_ROOM.itemBytes || after > SYNC_ROOM.totalBytes || !hasPlace) {
      left.push(key);
      continue;
    }
    total = after;
    sizes.set(key, size);
    fitting[key] = value;
  }
  return { fitting, left };
}
