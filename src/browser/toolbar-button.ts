import { browser } from 'wxt/browser';

/** What Firefox calls its side panel; the types know Chromium's alone. */
interface Sidebar {
  sidebarAction?: { toggle(): Promise<void> };
}

const POPUP = '/popup.html';

/**
 * What the button of the toolbar opens. `listen` is to be called in the worker's first turn, so that the press that woke it
 * is not missed. `set` is to be called each time the worker starts, too: a browser forgets it when it ends.
 */
export const toolbarButton = {
  /** Firefox has a press told and opens nothing by itself. Nothing may be waited for before: the press would be over. */
  listen(): void {
    const { sidebarAction } = browser as unknown as Sidebar;
    if (!sidebarAction) return;
    browser.action.onClicked.addListener(() => void sidebarAction.toggle().catch(() => undefined));
  },
  /** The popup wins where there is one, so it is taken away for the panel. */
  async set(opensSidePanel: boolean): Promise<void> {
    await browser.action.setPopup({ popup: opensSidePanel ? '' : browser.runtime.getURL(POPUP) });
    await browser.sidePanel?.setPanelBehavior?.({ openPanelOnActionClick: opensSidePanel });
  },
};
