import type { SelectionMode, Style } from '../../settings/index.ts';

export interface MenuItem {
  id: string;
  title: string;
  parentId?: string;
}

/** The items of both modes are the same; only what they hang from tells the mode, so that a click knows it without storage. */
export const EDIT_MENU = 'generate-from-selection';
export const STRAIGHT_MENU = 'generate-from-selection-now';
const ITEM = `${EDIT_MENU}:`;
const [NO_STYLE, MORE] = ['none', 'more'];

/** More would not fit on a screen. */
export const MOST_STYLES = 20;
const LONGEST_TITLE = 60;

/** What a click on an item asks for. The parent itself never fires in a browser, and counts as *no style*. */
export interface MenuChoice {
  mode: SelectionMode;
  /** Id of a style, or `none`. */
  style: string;
  /** The style is yet to be chosen. */
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

/** What was clicked; undefined when the item is none of this menu. */
export function readMenuClick(
  {
    menuItemId,
    parentMenuItemId,
  }: { menuItemId: string | number; parentMenuItemId?: string | number | undefined },
  /** What holds where the item does not tell: a menu of an older version. */
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

/** Browsers take `&` for a key and `%s` for the selection; a title that is empty is refused. */
function asTitle(text: string): string {
  const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim();
  const shown = [...plain].slice(0, LONGEST_TITLE).join('') || '…';
  return shown.replaceAll('&', '&&').replaceAll('%s', '%\u200bs');
}
