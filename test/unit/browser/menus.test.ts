import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSelectionMenu } from '../../../src/browser/index.ts';

/** The browser's own menu: it refuses an id that is there, and a parent that is not. */
const there: string[] = [];
const refused: string[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  there.length = 0;
  refused.length = 0;
  const menus = fakeBrowser.contextMenus;
  vi.spyOn(menus, 'removeAll').mockImplementation((async () => {
    await Promise.resolve();
    there.length = 0;
  }) as never);
  vi.spyOn(menus, 'create').mockImplementation(((
    item: { id: string; parentId?: string },
    done: () => void,
  ) => {
    const fits = !there.includes(item.id) && (item.parentId === undefined || there.includes(item.parentId));
    (fits ? there : refused).push(item.id);
    queueMicrotask(done);
    return item.id;
  }) as never);
  vi.spyOn(menus, 'update').mockImplementation((async (id: string) => {
    if (!there.includes(id)) throw new Error(`Cannot find menu item with id ${id}`);
  }) as never);
});
afterEach(() => vi.restoreAllMocks());

const items = [
  { id: 'parent', title: 'Parent' },
  { id: 'child', title: 'Child', parentId: 'parent' },
];

// Installation and start of the browser may come together: two builds at once are the "duplicate id" of many extensions.
test('two builds at once leave each item once', async () => {
  const menu = createSelectionMenu();
  await Promise.all([menu.replace(items), menu.replace(items), menu.replace(items)]);
  expect(there).toEqual(['parent', 'child']);
  expect(refused).toEqual([]);
});

test('an item that is refused costs none of the others', async () => {
  const menu = createSelectionMenu();
  await menu.replace([{ id: 'orphan', title: 'Orphan', parentId: 'nobody' }, ...items]);
  expect(there).toEqual(['parent', 'child']);
});

test('a menu that the browser lost is noticed', async () => {
  const menu = createSelectionMenu();
  expect(await menu.has('parent')).toBe(false);
  await menu.replace(items);
  expect(await menu.has('parent')).toBe(true);
});
