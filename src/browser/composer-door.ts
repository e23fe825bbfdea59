import { browser } from 'wxt/browser';
import { asPrivatePage } from '../web/private-page.ts';

/** Firefox's API for its side panel, which the types lack: they only have Chromium's. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Size of the small window in pixels: the popup's size, and room for the window's frame. */
const WINDOW = { width: 416, height: 640 };

/**
 * Opens the side panel. Browsers allow it only in the first turn of a click or a key press, so this must be called before
 * anything is awaited. Resolves with false where the browser has no side panel, or did not see a click or a key press.
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

/** Opens the popup of the toolbar button. Resolves with false where the browser opens it only for a press on that button. */
export async function openActionPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a page of the extension in a small window; in a tab where there are no windows. With `isPrivate` in a private window, if
 * that is possible: Chromium would show an empty page there, and Firefox refuses if the user has not allowed the extension in private
 * windows. In any case the address then tells the page that it belongs to a private window.
 */
export async function openSmallWindow(path: string, { isPrivate = false } = {}): Promise<void> {
  const { sidebarAction } = browser as unknown as Sidebar;
  const open = (url: string, more = {}) =>
    browser.windows.create({ url: browser.runtime.getURL(url as '/'), type: 'popup', ...WINDOW, ...more });
  const address = isPrivate ? asPrivatePage(path) : path;
  // Only Firefox, told by its `sidebarAction`, shows pages of extensions in private windows.
  if (isPrivate && sidebarAction && (await open(address, { incognito: true }).catch(() => undefined))) return;
  try {
    await open(address);
  } catch {
    await openTab(address);
  }
}

/** Opens a page of the extension in a tab. */
export async function openTab(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path as '/') }).catch(() => undefined);
}
