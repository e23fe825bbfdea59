import { browser } from 'wxt/browser';
import { createOneAtATime } from '../storage/one-at-a-time.ts';

interface Item {
  id: string;
  title: string;
  parentId?: string;
}

/** What a browser tells of a click on a menu item. */
export interface MenuClick {
  menuItemId: string | number;
  parentMenuItemId?: string | number | undefined;
  selectionText?: string | undefined;
}

/**
 * The extension's items in the context menu of selected text. Changes run one after another: two at once would both empty the
 * menu and then both fill it, and the second would fail because the ids exist already.
 */
export function createSelectionMenu() {
  const oneAtATime = createOneAtATime();
  return {
    /** Replaces all items by these. An item that the browser refuses is left out; the others are added. */
    replace: (items: readonly Item[]): Promise<void> =>
      oneAtATime(async () => {
        await browser.contextMenus.removeAll();
        for (const item of items) await create(item);
      }),
    /** Whether the browser still has the item. Firefox forgets menus when an extension is switched off and on. */
    has: (id: string): Promise<boolean> =>
      oneAtATime(() =>
        Promise.resolve(browser.contextMenus.update(id, { contexts: ['selection'] })).then(
          () => true,
          () => false,
        ),
      ),
  };
}

/** Adds an item. Reading `lastError` in the callback handles a failure; without that the browser would report an error. */
function create({ id, title, parentId }: Item): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      void browser.runtime.lastError;
      resolve();
    };
    browser.contextMenus.create(
      { id, title, contexts: ['selection'], ...(parentId !== undefined && { parentId }) },
      done,
    );
  });
}
