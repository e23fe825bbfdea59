import { rm } from 'node:fs/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { LabPorts } from './chromium-flags.ts';
import { findBrowser } from './find-browser.ts';
import { typeInFirefoxAddressBar } from './firefox-address-bar.ts';
import { stopBackground } from './firefox-background.ts';
import {
  chooseInFirefoxMenu,
  clickFirefoxButton,
  hideFirefoxSidebar,
  isFirefoxPanelOpen,
} from './firefox-menu.ts';
import {
  clickFirefoxNotification,
  type FirefoxNotification,
  readFirefoxNotification,
} from './firefox-notification.ts';
import { answerPermissionDialog, isPermissionAsked, withdrawInAddonsManager } from './firefox-permissions.ts';
import { makeHomeWithPolicy } from './firefox-policy.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import { openFirefoxPopup } from './firefox-toolbar-popup.ts';
import { closeTabsSince } from './welcome-page.ts';

export interface FirefoxOptions {
  lab?: LabPorts;
  /** The unpacked extension, for example `.output/firefox-mv3`. */
  extensionDir: string;
  headless?: boolean;
  /** The extension's id, as its manifest says under browser_specific_settings. */
  geckoId?: string;
  /** A profile to keep: the same folder can be started again. Without one a fresh profile is deleted at the end. */
  userDataDir?: string;
  /** What an administrator set for the extension (`storage.managed`); on Linux only. */
  policy?: object;
}

export interface Firefox {
  browser: Browser;
  /** The popup as a page of its own; resolves when the selector is there. */
  openPopup(selector?: string): Promise<Page>;
  /** Opens the popup as a click on the toolbar button does. */
  openToolbarPopup(): Promise<void>;
  /** Clicks the toolbar button itself, whatever it opens. */
  clickToolbarButton(): Promise<void>;
  /** Chooses from the open menu of a right click: an item, then an item of its submenu, by their labels. */
  chooseInMenu(labels: [string, string]): Promise<void>;
  /** Types the extension's keyword and a text into the address bar and presses Enter. */
  typeInAddressBar(text: string): Promise<void>;
  /** Whether the sidebar shows the extension's panel. */
  isPanelOpen(): Promise<boolean>;
  hideSidebar(): Promise<void>;
  /** A page of the extension; resolves when the selector is there. */
  openPage(path: string, selector?: string): Promise<Page>;
  /** Presses a button of Firefox's own dialog for permissions, once it is there; resolves with what the dialog said. */
  answerPermissionDialog(answer: 'Allow' | 'Deny'): Promise<string>;
  /** Whether Firefox's dialog for permissions is open now. */
  isPermissionAsked(): Promise<boolean>;
  /** What a notification shows, once there is one. */
  readNotification(): Promise<FirefoxNotification>;
  /** Clicks the notification, and waits until it is gone. */
  clickNotification(): Promise<void>;
  /** Takes back the permission for an origin (`https://hub.example`), in the add-ons manager. */
  withdraw(origin: string): Promise<void>;
  /** Stops the background page as Firefox does when it was idle; the next event starts it again. */
  killWorker(): Promise<void>;
  /** Kills the browser, as a crash would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Firefox gives every profile's extensions a host name of its own; fixing it makes pages reachable. */
const UUID = '8f3c2f0a-6d0e-4f7c-9a51-3b6a7f0d9e21';

/** Starts Firefox with the extension installed for this session and every host name led to the lab. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { lab, policy, headless = true, geckoId = 'understudy@understudy.example' } = options;
  const home = policy && (await makeHomeWithPolicy(geckoId, policy));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowser('firefox'),
    headless,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    env: { ...process.env, ...(home && { HOME: home }) },
    extraPrefsFirefox: firefoxPreferences({ geckoId, uuid: UUID, lab }),
    defaultViewport: null,
    ...(options.userDataDir && { userDataDir: options.userDataDir }),
  });

  async function close() {
    await browser.close();
    if (home) await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }

  const before = await browser.pages();
  await browser.installExtension(options.extensionDir).catch(async (error) => {
    await close();
    throw error;
  });

  await closeTabsSince(browser, before);

  async function openPage(path: string, selector = 'body *'): Promise<Page> {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    // Not awaited: puppeteer is never told that an extension's page has loaded.
    await page.goto(new URL(path, `moz-extension://${UUID}/`).href, { waitUntil: [] });
    for (const start = Date.now(); Date.now() - start < 60_000; ) {
      const isThere = await page.$(selector).catch(() => null);
      if (isThere !== null) return page;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Firefox did not show ${selector} of ${path} within 60 s`);
  }

  return {
    browser,
    openPage,
    openPopup: (selector) => openPage('/popup.html', selector),
    openToolbarPopup: () => openFirefoxPopup(browser, geckoId),
    clickToolbarButton: () => clickFirefoxButton(browser, geckoId),
    chooseInMenu: (labels) => chooseInFirefoxMenu(browser, labels),
    typeInAddressBar: (text) => typeInFirefoxAddressBar(browser, text),
    isPanelOpen: () => isFirefoxPanelOpen(browser, geckoId),
    hideSidebar: () => hideFirefoxSidebar(browser),
    answerPermissionDialog: (answer) => answerPermissionDialog(browser, answer),
    isPermissionAsked: () => isPermissionAsked(browser),
    readNotification: () => readFirefoxNotification(browser),
    clickNotification: () => clickFirefoxNotification(browser),
    withdraw: (origin) => withdrawInAddonsManager(browser, { geckoId, origin }),
    killWorker: () => stopBackground(browser, geckoId),
    async kill() {
      const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await ended;
    },
    close,
  };
}
