import type { SettingName } from '../definition.ts';
import { SHIPPED_STYLES } from '../presets/shipped-styles.ts';
import { ROWS } from '../rows.ts';

/** Keys in the browser's sync: `setting.hub.enabled`, `sources`, `style.<id>`, `style-order`. */
export const SOURCES = 'sources';
export const STYLE_ORDER = 'style-order';
const SETTING = 'setting.';
const STYLE = 'style.';

export const settingKey = (name: SettingName) => `${SETTING}${name}`;
export const styleKey = (id: string) => `${STYLE}${id}`;

/** The id of the style that a key stands for. */
export function styleIdOf(key: string): string | undefined {
  return key.startsWith(STYLE) && key.length > STYLE.length ? key.slice(STYLE.length) : undefined;
}

/** Whether a key belongs to the styles, which have a store of their own. */
export function isOfStyles(key: string): boolean {
  return key === STYLE_ORDER || styleIdOf(key) !== undefined;
}

const PLACED = new Map(ROWS.map((placed) => [settingKey(placed.name), placed]));

/** The row of the setting that a key stands for. */
export function rowOf(key: string) {
  return PLACED.get(key);
}

/** Whether this version knows what a key is for. Other keys belong to a newer version, and are left alone. */
export function isKnownKey(key: string): boolean {
  return PLACED.has(key) || key === SOURCES || isOfStyles(key);
}

const SHIPPED = new Map<string, unknown>([
  [STYLE_ORDER, SHIPPED_STYLES.map(({ id }) => id)],
  ...SHIPPED_STYLES.map((style) => [styleKey(style.id), style] as const),
]);

export const SHIPPED_KEYS: readonly string[] = [...SHIPPED.keys()];

/** The shipped value of a key, which every device has before anybody changes it. */
export function shippedValue(key: string): unknown {
  return SHIPPED.get(key);
}
