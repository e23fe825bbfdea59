import { SHIPPED_STYLES } from './shipped-styles.ts';
import { parseStyle, parseStyles, type Style } from './style.ts';

interface RemovedStyle {
  style: Style;
  index: number;
}

export interface StoredStyles {
  version: 1;
  styles: Style[];
  /** Ids of the shipped styles that the user has seen: shipped styles that come later are added at the end. */
  shipped: string[];
  removed: RemovedStyle[];
}

/** The value when the user changed nothing. */
export function shippedAlone(): StoredStyles {
  return {
    version: 1,
    styles: [...SHIPPED_STYLES],
    shipped: SHIPPED_STYLES.map(({ id }) => id),
    removed: [],
  };
}

/** Parses stored styles one by one; an unreadable one is left out. */
export function parseStoredStyles(raw: unknown): { stored: StoredStyles; unreadable: boolean } {
  if (raw === undefined || raw === null) return { stored: shippedAlone(), unreadable: false };
  const { version, styles, shipped, removed } = (typeof raw === 'object' ? raw : {}) as Record<
    string,
    unknown
  >;
  if (!Array.isArray(styles)) return { stored: shippedAlone(), unreadable: true };
  const readable = parseStyles(styles);
  const seen = new Set(Array.isArray(shipped) ? shipped : SHIPPED_STYLES.map(({ id }) => id));
  const ids = new Set(readable.map(({ id }) => id));
  const later = SHIPPED_STYLES.filter(({ id }) => !seen.has(id) && !ids.has(id));
  const stored: StoredStyles = {
    version: 1,
    styles: [...readable, ...later],
    shipped: SHIPPED_STYLES.map(({ id }) => id),
    removed: Array.isArray(removed) ? removed.flatMap(parseRemoved) : [],
  };
  return { stored, unreadable: version !== 1 || readable.length < styles.length };
}

function parseRemoved(raw: unknown): RemovedStyle[] {
  if (typeof raw !== 'object' || raw === null || !('style' in raw) || !('index' in raw)) return [];
  const style = parseStyle(raw.style);
  return style && Number.isInteger(raw.index) ? [{ style, index: raw.index as number }] : [];
}
