import type { StorageArea } from '../storage/area.ts';
import { splitArea } from '../storage/split-area.ts';

/** Where jobs are stored: those of private windows only as long as the browser runs. */
export function jobArea(kept: StorageArea, session: StorageArea): StorageArea {
  return splitArea(
    kept,
    session,
    (value) =>
      typeof value === 'object' && value !== null && 'isPrivate' in value && value.isPrivate === true,
  );
}
