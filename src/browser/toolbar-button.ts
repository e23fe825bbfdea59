import { browser } from 'wxt/browser';

/** Firefox's API for its side panel, which the types lack: they only have Chromium's. */
interface Sidebar {
  sidebarAction?: { toggle(): Promise<void> };
}

const POPUP = '/popup.html';

/**
 * What the toolbar button opens: the popup or the side panel. Call `listen` in the worker's first turn, so that the press that
 * woke the worker is not missed. Call `set` also each time the worker starts, since the browser forgets the choice when it ends.
 */
export const toolbarButton = {
  /** In Firefox the extension must open the side panel itself, in the first turn of the press: nothing may be awaited before. */
  listen(): void {
    const { sidebarAction } = browser as unknown as Sidebar;
    if (!sidebarAction) return;
    browser.action.onClicked.addListener(() => void sidebarAction.toggle().catch(() => undefined));
  },
  /** Sets what a press opens. A browser opens the popup where there is one, so the popup is removed for the side panel. */
  async set(opensSidePanel: boolean): Promise<void> {
    await browser.action.setPopup({ popup: opensSidePanel ? '' : browser.runtime.getURL(POPUP) });
    await browser.sidePanel?.setPanelBehavior?.({ openPanelOnActionClick: opensSidePanel });
  },
};
