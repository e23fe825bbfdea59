import type { SettingsPatch } from '../definition.ts';
import type { Style } from '../presets/style.ts';
import type { StyleStore } from '../presets/style-store.ts';
import { placeValues, ROWS, valueAt } from '../rows.ts';
import type { SettingsStore } from '../settings-store.ts';
import type { SourceSetting } from '../source-setting.ts';
import { canonicalJson } from './canonical-json.ts';
import { isOfStyles, rowOf, SOURCES, STYLE_ORDER, settingKey, styleIdOf, styleKey } from './sync-keys.ts';

/** The values that this device has set, by the keys of the browser's sync. */
export interface LocalFields {
  values: Map<string, unknown>;
  /** An administrator set the value: it is neither sent nor overwritten. */
  isLocked(key: string): boolean;
  /** Whether a value that is missing here was removed by the user, and not lost by the browser's storage. */
  isWhole(key: string): boolean;
}

interface Stores {
  settings: Pick<SettingsStore, 'ownState' | 'adopt'>;
  styles: Pick<StyleStore, 'read' | 'own' | 'adopt'>;
}

/** Reads what could be synced. Tokens, pictures, jobs and drafts lie elsewhere, and are never read here. */
export async function readLocalFields({ settings, styles }: Stores): Promise<LocalFields> {
  const [own, list, ownStyles] = await Promise.all([settings.ownState(), styles.read(), styles.own()]);
  const areStylesWhole = ownStyles !== undefined && !list.unreadable;
  const locked = new Set<string>([
    ...ROWS.filter(({ name }) => own.locked.includes(name)).map(({ name }) => settingKey(name)),
    ...(own.locked.includes('sources') ? [SOURCES] : []),
  ]);
  return {
    values: new Map<string, unknown>([
      ...ROWS.map(({ name, path }) => [settingKey(name), valueAt(own.values, path)] as const),
      [SOURCES, own.sources],
      [STYLE_ORDER, list.styles.map(({ id }) => id)],
      ...list.styles.map((style) => [styleKey(style.id), style] as const),
    ]),
    isLocked: (key) => locked.has(key),
    isWhole: (key) => (isOfStyles(key) ? areStylesWhole : own.isWhole),
  };
}

/** Sets values that came from the browser's sync, unless the user changed the same field since `seen` was read. */
export async function writeLocalFields(
  { settings, styles }: Stores,
  taken: ReadonlyMap<string, unknown>,
  seen: LocalFields,
): Promise<void> {
  const take = (key: string, now: unknown) =>
    taken.has(key) && canonicalJson(now) === canonicalJson(seen.values.get(key)) ? taken.get(key) : now;
  const keys = [...taken.keys()];
  if (keys.some((key) => rowOf(key) || key === SOURCES)) {
    await settings.adopt(({ values, sources }) => ({
      values: placeValues(({ name, path }) => take(settingKey(name), valueAt(values, path))) as SettingsPatch,
      sources: take(SOURCES, sources) as SourceSetting[] | undefined,
    }));
  }
  if (keys.some(isOfStyles)) {
    await styles.adopt((list) => withStyles(list, taken, take));
  }
}

/** A list of styles with the taken values applied: changed, removed, added at the end, and put in order. */
export function withStyles(
  list: readonly Style[],
  taken: ReadonlyMap<string, unknown>,
  take: (key: string, now: unknown) => unknown = (key, now) => (taken.has(key) ? taken.get(key) : now),
): Style[] {
  const kept = list.flatMap((style) => (take(styleKey(style.id), style) as Style | undefined) ?? []);
  const here = new Set(list.map(({ id }) => id));
  const added = [...taken.keys()].flatMap((key) => {
    const id = styleIdOf(key);
    return id === undefined || here.has(id) ? [] : ((take(key, undefined) as Style | undefined) ?? []);
  });
  const all = [...kept, ...added];
  const order = taken.get(STYLE_ORDER);
  if (!Array.isArray(order)) return all;
  const rank = ({ id }: Style) => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.toSorted((one, other) => rank(one) - rank(other));
}
