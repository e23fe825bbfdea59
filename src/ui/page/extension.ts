import { browser } from 'wxt/browser';
import { jobArea, type StorageArea } from '../../jobs/index.ts';
import type { BrowserLanguage } from '../../language/index.ts';
import { createClient, fromWindow } from '../../messages/index.ts';
import { laterArea } from '../../storage/later-area.ts';
import { originPattern } from '../../web/addresses.ts';
import { downloadBlob, URL_STAYS_MS } from './download.ts';
import { createPageTexts } from './page-texts.ts';
import { inPrivateWindow } from './private-window.ts';

/** The extension APIs for pages: beside `browser-settings.ts` and `private-window.ts`, the only file of `ui` that uses them. */

/** Sends a message; one that begins pictures says whether it comes from a private window. */
const sendFromHere = fromWindow((message) => browser.runtime.sendMessage(message), inPrivateWindow);

/** Asks the background; never throws. */
export const ask = createClient(sendFromHere);

/** As `ask` with a shorter time-out, for messages that are answered at once: a dead background is noticed sooner. */
export const askSoon = createClient(sendFromHere, { timeoutMs: 10_000 });

/** The extension's storage on this device. */
export const localArea: StorageArea = browser.storage.local;

/** The extension's storage for as long as the browser runs. */
export const sessionArea: StorageArea = browser.storage.session;

/** Where jobs are stored. */
export const jobsArea: StorageArea = jobArea(browser.storage.local, browser.storage.session);

/** Where typed text is stored; in a private window only for as long as the browser runs. */
export const draftArea: StorageArea = laterArea(async () =>
  (await inPrivateWindow()) ? sessionArea : localArea,
);

/** The browser's own language, and where its texts are. */
export const browserLanguage: BrowserLanguage = {
  browserText: (key, values) =>
    (browser.i18n.getMessage as (key: string, values: string[]) => string)(key, values),
  uiLanguage: () => browser.i18n.getUILanguage(),
  readFile: (path) => fetch(browser.runtime.getURL(path as '/')),
};

/** The page's texts in the chosen language. */
export const { t, hasText, countOf, listOf, together, uiLanguage } = createPageTexts(
  browserLanguage.browserText,
  () => [browserLanguage.uiLanguage(), ...navigator.languages],
);

/** Opens a port to the background. */
export function connect(name: string) {
  return browser.runtime.connect({ name });
}

/** Calls the listener for each broadcast of the background, until the returned function is called. */
export function onBroadcast(listener: (message: unknown) => void): () => void {
  const onMessage = (message: unknown) => {
    listener(message);
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

/**
 * The address of the page in front of this window; undefined where the extension may not know it. Without the
 * permission `tabs`, the extension knows only the addresses of pages at hosts that it may talk to.
 */
export async function addressInFront(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  return tab?.url;
}

/** Calls the listener when another page may have come to the front, until the returned function is called. */
export function onPageInFront(listener: () => void): () => void {
  const onUpdated = (_id: number, change: { url?: string | undefined; status?: string | undefined }) => {
    if (change.url !== undefined || change.status === 'complete') listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

/**
 * Answers yes to the questions of the background that are meant for this page. Other questions get no answer
 * from here: another page may be the one that is asked.
 */
export function onQuestion(answer: (message: unknown) => false | Promise<boolean>): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender: unknown, reply: (yes: true) => void) => {
    const answered = answer(message);
    if (answered === false) return undefined;
    void answered.then((yes) => yes && reply(true));
    // The reply comes later.
    return true;
  });
}

/** The version of the extension, as its manifest says. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

/** The browser's open permission dialogs, by origin. */
const dialogs = new Map<string, Promise<boolean>>();

/**
 * Asks the user to let the extension reach an origin. Must be the first thing done in a click: browsers refuse it later.
 * False when the user refused, or the browser did. A second click joins the dialog of the first: Firefox would show
 * another one behind it.
 */
export async function requestOrigin(url: string): Promise<boolean> {
  try {
    const origin = originPattern(url);
    const dialog = dialogs.get(origin) ?? browser.permissions.request({ origins: [origin] });
    dialogs.set(origin, dialog);
    return await dialog.finally(() => dialogs.delete(origin));
  } catch {
    return false;
  }
}

/** Opens the options page, or shows it where it is open. `section` is the id of a heading there. */
export async function openOptions(section?: string): Promise<void> {
  if (section === undefined) await browser.runtime.openOptionsPage();
  else openPage(browser.runtime.getURL(`/options.html#${section}` as '/'));
}

/** Opens the popup of the toolbar button; in a tab where the browser does not open it. */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    openPage(ownUrl('/popup.html'));
  }
}

/** Opens the gallery in a tab; with an id, that picture over the whole window. */
export function openGallery(pictureId?: string): void {
  const asked =
    pictureId === undefined ? '' : `?${new URLSearchParams({ picture: pictureId, state: 'enlarge' })}`;
  openPage(ownUrl(`/gallery.html${asked}`));
}

/** Firefox's side panel API, which is missing in the types. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the panel beside the page; must be the first thing done in a click. The popup gives way to it. */
export async function openSidePanel(): Promise<void> {
  const { sidebarAction } = browser as unknown as Sidebar;
  try {
    if (sidebarAction) await sidebarAction.open();
    else await browser.sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT });
    window.close();
  } catch {
    // The browser has no side panels, or the page is in none of its windows: a tab is opened instead.
    openPage(ownUrl('/sidepanel.html'));
  }
}

/**
 * Opens a URL in a new tab. Not by `window.open`: browsers block that silently when some time has passed since the click.
 */
export function openPage(url: string): void {
  void browser.tabs.create({ url });
}

/** A file of the extension as a URL. */
export function ownUrl(path: `/${string}`): string {
  return browser.runtime.getURL(path as '/');
}

/** Saves a file into a folder of the downloads, where the user allowed that; else into the downloads themselves. */
export async function saveFile(blob: Blob, fileName: string, folder = ''): Promise<void> {
  const { downloads } = browser as { downloads?: typeof browser.downloads };
  if (folder === '' || !downloads) return downloadBlob(blob, fileName);
  const url = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(url), URL_STAYS_MS);
  const filename = `${folder}/${fileName}`;
  await downloads.download({ url, filename, conflictAction: 'uniquify', saveAs: false }).catch(() => {
    // Where the browser refuses the folder, the file is saved without it.
    downloadBlob(blob, fileName);
  });
}

/** Whether the extension may save files by itself and into folders. */
export function maySaveFiles(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] }).catch(() => false);
}

/** Asks the user to allow saving. Must be the first thing done in a click: browsers refuse it later. */
export function requestSaving(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] }).catch(() => false);
}
