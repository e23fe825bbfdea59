import { DEFINITION, type SettingName, type SettingsPatch } from './definition.ts';
import type { Row } from './row.ts';

/** A row and its place: `['hub', 'timeoutMs']`. */
export interface PlacedRow {
  path: readonly string[];
  name: SettingName;
  row: Row<unknown> & { order?: 'routes' };
}

type Branch = Record<string, unknown>;

function isRow(value: unknown): value is PlacedRow['row'] {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function rowsIn(branch: Branch, above: readonly string[]): PlacedRow[] {
  return Object.entries(branch).flatMap(([key, value]) => {
    const path = [...above, key];
    if (isRow(value)) return [{ path, name: path.join('.') as SettingName, row: value }];
    return rowsIn(value as Branch, path);
  });
}

/** Every row of the definition, in its order. */
export const ROWS: readonly PlacedRow[] = rowsIn(DEFINITION, []);

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined when there is none. Inherited properties are ignored. */
export function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (branch, key) => (isBranch(branch) && Object.hasOwn(branch, key) ? branch[key] : undefined),
    values,
  );
}

/** An object with the values at their rows' paths. Undefined values are left out. */
export function placeValues(readValue: (placed: PlacedRow) => unknown): SettingsPatch {
  const placedValues: Branch = {};
  for (const placed of ROWS) {
    const value = readValue(placed);
    if (value === undefined) continue;
    let branch = placedValues;
    for (const key of placed.path.slice(0, -1)) branch = branch[key] = (branch[key] ?? {}) as Branch as never;
    branch[placed.path.at(-1) as string] = value;
  }
  return placedValues as SettingsPatch;
}

/** The later layer wins, value by value. */
export function layerValues(...layers: (SettingsPatch | undefined)[]): SettingsPatch {
  return placeValues(({ path }) =>
    layers.map((layer) => valueAt(layer, path)).findLast((value) => value !== undefined),
  );
}
