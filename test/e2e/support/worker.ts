import type { Page } from 'puppeteer-core';
import type { Stage } from './stage.ts';

interface WorkerGlobals {
  chrome: {
    omnibox: { onInputEntered: { dispatch(text: string, where: string): void } };
    contextMenus: { onClicked: { dispatch(click: object, tab: object): void } };
    action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
  };
}

/**
 * Tells the worker of a click in the menu of selected text, as the browser does, but without the rights of a
 * real click.
 */
export async function selectInMenu(
  { chromium }: Pick<Stage, 'chromium'>,
  style: string,
  mode: 'edit-first' | 'straight-away',
  selectionText: string,
  tab: { url?: string; incognito?: boolean } = {},
): Promise<void> {
  await chromium.inWorker(
    ({ click, from }) => {
      const { chrome } = globalThis as unknown as WorkerGlobals;
      chrome.contextMenus.onClicked.dispatch(click, from);
    },
    {
      click: {
        menuItemId: `generate-from-selection:${style}`,
        parentMenuItemId: mode === 'edit-first' ? 'generate-from-selection' : 'generate-from-selection-now',
        selectionText,
      },
      from: { id: 1, windowId: 1, ...tab },
    },
  );
}

/** Sends the worker the event of text after the keyword in the address bar. There is no user gesture behind it. */
export async function typeBehindKeyword({ chromium }: Pick<Stage, 'chromium'>, text: string): Promise<void> {
  await chromium.inWorker((typed) => {
    const { chrome } = globalThis as unknown as WorkerGlobals;
    chrome.omnibox.onInputEntered.dispatch(typed, 'currentTab');
  }, text);
}

/** The text on the toolbar button. */
export function badgeOf(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as WorkerGlobals).chrome.action.getBadgeText({}));
}

/** The tooltip of the toolbar button. */
export function buttonTitleOf(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as WorkerGlobals).chrome.action.getTitle({}));
}
