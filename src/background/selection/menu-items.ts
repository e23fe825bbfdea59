import type { SelectionMode, Style } from '../../settings/index.ts';

export interface MenuItem {
  id: string;
  title: string;
  parentId?: string;
}

/**
 * The menu's top item has one id per mode of the setting (edit first, straight away), so that a click tells the mode without
 * reading storage. The items below it are the same in both modes.
 */
export const EDIT_MENU = 'generate-from-selection';
export const STRAIGHT_MENU = 'generate-from-selection-now';
const ITEM = `${EDIT_MENU}:`;
const [NO_STYLE, MORE] = ['none', 'more'];

/** The most styles in the menu: more would not fit on a screen. */
export const MOST_STYLES = 20;
const LONGEST_TITLE = 60;

/** What a click on an item asks for. A click on the parent item, which browsers never report, counts as *no style*. */
export interface MenuChoice {
  mode: SelectionMode;
  /** Id of a style, or `none`. */
  style: string;
  /** *More…* was clicked: the user chooses the style in the composer. */
  choosesStyle: boolean;
}

interface Titles {
  menu: string;
  none: string;
  more: string;
  styleName(style: Style): string;
}

/** The menu for selected text: the plain one first, then the user's styles in their order. */
export function menuItems(styles: readonly Style[], mode: SelectionMode, titles: Titles): MenuItem[] {
  const parentId = mode === 'straight-away' ? STRAIGHT_MENU : EDIT_MENU;
  const own = styles.filter(({ id }) => id !== NO_STYLE && id !== MORE);
  const child = (id: string, title: string) => ({ id: ITEM + id, title: asTitle(title), parentId });
  return [
    { id: parentId, title: asTitle(titles.menu) },
    child(NO_STYLE, titles.none),
    ...own.slice(0, MOST_STYLES).map((style) => child(style.id, titles.styleName(style))),
    ...(own.length > MOST_STYLES ? [child(MORE, titles.more)] : []),
  ];
}

/** The choice that a click stands for; undefined when the item is not of this menu. */
export function readMenuClick(
  {
    menuItemId,
    parentMenuItemId,
  }: { menuItemId: string | number; parentMenuItemId?: string | number | undefined },
  /** The mode for items whose parent does not tell the mode, as in the menu of an older version. */
  fallback: SelectionMode,
): MenuChoice | undefined {
  const item = String(menuItemId);
  const parent = parentMenuItemId ?? item;
  const mode =
    parent === STRAIGHT_MENU ? 'straight-away' : parentMenuItemId === EDIT_MENU ? 'edit-first' : fallback;
  if (item === EDIT_MENU || item === STRAIGHT_MENU) return { mode, style: NO_STYLE, choosesStyle: false };
  if (!item.startsWith(ITEM)) return undefined;
  const style = item.slice(ITEM.length);
  return style === MORE
    ? { mode: 'edit-first', style: NO_STYLE, choosesStyle: true }
    : { mode, style, choosesStyle: false };
}

/**
 * A text as a menu title. `&` and `%s` are escaped, which browsers read as an access key and as the selected text; an empty
 * title, which browsers refuse, becomes `…`.
 */
function asTitle(text: string): string {
  const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim();
  const shown = [...plain].slice(0, LONGEST_TITLE).join('') || '…';
  return shown.replaceAll('&', '&&').replaceAll('%s', '%\u200bs');
}
