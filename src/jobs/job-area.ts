import type { StorageArea } from '../storage/area.ts';
import { splitArea } from '../storage/split-area.ts';

/** The storage of jobs: `kept`, and `session` (which lasts as long as the browser runs) for jobs of private windows. */
export function jobArea(kept: StorageArea, session: StorageArea): StorageArea {
  return splitArea(
    kept,
    session,
    (value) =>
      typeof value === 'object' && value !== null && 'isPrivate' in value && value.isPrivate === true,
  );
}
