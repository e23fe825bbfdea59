import { browser } from 'wxt/browser';

/** What Firefox calls its side panel; the types know Chromium's alone. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Pixels: the popup, and room for a window's frame. */
const WINDOW = { width: 416, height: 640 };

/**
 * Opens the panel beside the page. Browsers allow it in the first turn of a click or a key alone, so this asks at once and
 * must be called before anything is awaited. False where the browser has none, or did not take it for a press.
 */
export function openPanel(windowId: number | undefined): Promise<boolean> {
  const { sidebarAction } = browser as unknown as Sidebar;
  const opening = () =>
    sidebarAction
      ? sidebarAction.open()
      : browser.sidePanel.open({ windowId: windowId ?? browser.windows.WINDOW_ID_CURRENT });
  try {
    return Promise.resolve(opening()).then(
      () => true,
      () => false,
    );
  } catch {
    return Promise.resolve(false);
  }
}

/** Opens the popup of the toolbar button; false where the browser opens it for its own button alone. */
export async function openActionPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** Opens a page of the extension in a small window; in a tab where there are no windows. */
export async function openSmallWindow(path: string): Promise<void> {
  const url = browser.runtime.getURL(path as '/');
  try {
    await browser.windows.create({ url, type: 'popup', ...WINDOW });
  } catch {
    await openTab(path);
  }
}

/** Opens a page of the extension in a tab. */
export async function openTab(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path as '/') }).catch(() => undefined);
}
