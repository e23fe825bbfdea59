import type { BackupPart } from '../backup/differences.ts';
import type { Style } from '../presets/style.ts';
import { rowOf, SOURCES, STYLE_ORDER, styleIdOf } from './sync-keys.ts';

/** Something that stays on this device, in a form that pages can name. */
export type LeftBehind =
  | { kind: 'part'; part: BackupPart }
  | { kind: 'style'; id: string; name?: string }
  | { kind: 'style-order' };

/**
 * The settings and styles that these sync keys stand for: sync had no room for them. A style that was removed since is
 * not in the result.
 */
export function leftBehind(keys: readonly string[], styles: readonly Style[]): LeftBehind[] {
  return keys.flatMap((key): LeftBehind[] => {
    if (key === STYLE_ORDER) return [{ kind: 'style-order' }];
    const part = key === SOURCES ? SOURCES : rowOf(key)?.name;
    if (part) return [{ kind: 'part', part }];
    const style = styles.find(({ id }) => id === styleIdOf(key));
    return style ? [{ kind: 'style', id: style.id, ...(style.name && { name: style.name }) }] : [];
  });
}
