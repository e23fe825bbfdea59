import { describe, expect, test } from 'vitest';
import {
  EDIT_MENU,
  MOST_STYLES,
  menuItems,
  readMenuClick,
  STRAIGHT_MENU,
} from '../../../../src/background/selection/menu-items.ts';
import type { Style } from '../../../../src/settings/index.ts';

const titles = {
  menu: 'Generate image from selection',
  none: 'Without a style',
  more: 'More…',
  styleName: ({ id, name }: Style) => name ?? id,
};
const style = (id: string, name = id): Style => ({ id, name, template: '{prompt}' });

describe('the menu', () => {
  test('is the plain item, then the styles in their order', () => {
    expect(menuItems([style('noir'), style('photo')], 'edit-first', titles)).toEqual([
      { id: 'generate-from-selection', title: 'Generate image from selection' },
      { id: 'generate-from-selection:none', title: 'Without a style', parentId: EDIT_MENU },
      { id: 'generate-from-selection:noir', title: 'noir', parentId: EDIT_MENU },
      { id: 'generate-from-selection:photo', title: 'photo', parentId: EDIT_MENU },
    ]);
  });

  test('of a thousand styles ends after twenty, with a way to the others', () => {
    const items = menuItems(
      Array.from({ length: 1_000 }, (_, place) => style(`s${place}`)),
      'edit-first',
      titles,
    );
    expect(items).toHaveLength(2 + MOST_STYLES + 1);
    expect(items.at(-1)).toEqual({ id: 'generate-from-selection:more', title: 'More…', parentId: EDIT_MENU });
  });

  test.each([
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['Black & white', 'Black && white'],
    ['100 %s', '100 %\u200bs'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['   ', '…'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('shows a style named %j as words', (name, title) => {
    expect(menuItems([style('own', name)], 'edit-first', titles).at(-1)?.title).toBe(title);
  });

  test('has no id twice, whatever the styles are called', () => {
    const ids = menuItems([style('none'), style('more'), style('noir')], 'edit-first', titles).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a click', () => {
  test('tells the mode by what the item hangs from, whatever is believed', () => {
    const click = { menuItemId: 'generate-from-selection:noir' };
    expect(readMenuClick({ ...click, parentMenuItemId: STRAIGHT_MENU }, 'edit-first')).toEqual({
      mode: 'straight-away',
      style: 'noir',
      choosesStyle: false,
    });
    expect(readMenuClick({ ...click, parentMenuItemId: EDIT_MENU }, 'straight-away')?.mode).toBe(
      'edit-first',
    );
  });

  test('on the parent alone counts as no style', () => {
    expect(readMenuClick({ menuItemId: 'generate-from-selection' }, 'edit-first')).toEqual({
      mode: 'edit-first',
      style: 'none',
      choosesStyle: false,
    });
  });

  test('on More is never a payment: the style is chosen first', () => {
    const click = { menuItemId: 'generate-from-selection:more', parentMenuItemId: STRAIGHT_MENU };
    expect(readMenuClick(click, 'straight-away')).toEqual({
      mode: 'edit-first',
      style: 'none',
      choosesStyle: true,
    });
  });

  test('on another menu is not ours', () => {
    expect(readMenuClick({ menuItemId: 'open-on-hub' }, 'edit-first')).toBeUndefined();
  });
});
