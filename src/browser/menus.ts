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
 * The extension's items in the menu of a right click on selected text. Changes follow one another: two at once would both
 * empty the menu and then both fill it, and the second would fail at ids that are there already.
 */
export function createSelectionMenu() {
  const oneAtATime = createOneAtATime();
  return {
    /** Puts these items in the place of all that are there. An item that the browser refuses costs none of the others. */
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

/** The callback is the only way to hear of a failure: without one it is an error of the page. */
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
