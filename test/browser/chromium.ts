import { existsSync } from 'node:fs';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { chromiumFlags, type LabPorts } from './chromium-flags.ts';
import { evaluateInWorker } from './evaluate-in-worker.ts';
import { extensionIdOf } from './extension-id.ts';
import { waitForExtension } from './extension-loading.ts';
import { findBrowser } from './find-browser.ts';
import { grantOrigins } from './grant-origins.ts';
import { openTab } from './open-tab.ts';
import { openWindow } from './open-window.ts';
import { openPageAt, openToolbarPopup } from './toolbar-popup.ts';
import { waitForWelcome } from './welcome-page.ts';

export interface ChromiumOptions {
  /** The lab that all host names lead to; without one the browser speaks to the real internet. */
  lab?: LabPorts;
  /** The unpacked extension, for example `.output/chrome-mv3`. */
  extensionDir: string;
  headless?: boolean;
  /** The X display (`:99`) that shows its window, in the upper left corner; goes with `headless: false`. */
  display?: string;
  /** A profile to keep: the same folder can be started again. Without one a fresh profile is deleted at the end. */
  userDataDir?: string;
  /** Match patterns (`https://hub.lab.example/*`) that are granted without a dialog when the extension asks; so are notifications. */
  grantedOrigins?: string[];
  /** Whether the driver attaches to the worker as well. Lifetime tests are safest with nothing attached at all. */
  attach?: boolean;
}

export interface Chromium {
  browser: Browser;
  extensionId: string;
  /** The popup as a page of its own, 400 pixels wide. */
  openPopup(): Promise<Page>;
  /** The popup as a click on the toolbar button opens it: it closes when it loses focus. */
  openToolbarPopup(over?: Page): Promise<Page>;
  /** All tabs, and the popup while it is open. */
  openPages(): Promise<Page[]>;
  /**
   * A page of the extension by its path, `/options.html` for example; on request, one whose user refuses origins. In a window of
   * its own while another page shows `/manifest.json`, which itself is opened in a tab.
   */
  openPage(path: string, how?: { permissions: 'refused' }): Promise<Page>;
  /** Waits until the extension's worker runs. */
  serviceWorkerTarget(): Promise<Target>;
  /** Runs a function in the extension's worker, with arguments that are JSON. */
  inWorker<Value, Arguments extends unknown[]>(
    work: (...given: Arguments) => Value | Promise<Value>,
    ...given: Arguments
  ): Promise<Value>;
  /** Stops the worker as the browser would; the next event starts it again. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
  /** Kills the browser, as a crash would. */
  kill(): Promise<void>;
}

/** Milliseconds that a test waits where it says nothing else: machines are slow and busy. */
const PATIENCE_MS = 60_000;
const POPUP = { width: 400, height: 640 };
const MANIFEST = '/manifest.json';

/** Replaces a click on *Deny*: tests cannot reach Chromium's dialog. */
const refusePermissions = 'chrome.permissions.request = async () => false;';

/** Starts Chromium with the extension loaded and every host name led to the lab. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const { lab, display, headless = true, attach = true } = options;
  const extensionDir = await realpath(options.extensionDir);
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'understudy-chromium-')));
  const extensionId = extensionIdOf(extensionDir);
  const origin = `chrome-extension://${extensionId}`;
  const popups = new Set<Page>();
  const isWorker = (url: string, type: string) => type === 'service_worker' && url.startsWith(origin);

  const isFresh = await readdir(userDataDir).then(
    (files) => files.length === 0,
    () => true,
  );

  await grantOrigins(userDataDir, extensionId, options.grantedOrigins ?? []);

  async function removeProfile() {
    if (options.userDataDir === undefined)
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    headless,
    // A message takes half the time that it takes over a socket.
    pipe: true,
    ignoreDefaultArgs: true,
    args: [
      ...chromiumFlags({ extensionDir, headless, lab }),
      `--user-data-dir=${userDataDir}`,
      ...(display === undefined ? [] : ['--window-position=0,0']),
      'about:blank',
    ],
    env: {
      ...process.env,
      LANGUAGE: 'en_US',
      // Without a bus to the user's own desktop the browser shows its notifications itself, on the same display.
      ...(display !== undefined && { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: 'disabled:' }),
    },
    defaultViewport: null,
    waitForInitialPage: true,
    // Tests read requests from the lab's log. With events for each file of each page, driver and browser do a
    // fifth more work.
    networkEnabled: false,
    issuesEnabled: false,
    ...(!attach && { targetFilter: (target: Target) => !isWorker(target.url(), target.type()) }),
  });

  await waitForExtension(browser, origin, userDataDir).catch(async (error) => {
    await browser.close();
    await removeProfile();
    throw error;
  });

  const greets = existsSync(join(extensionDir, 'welcome.html'));
  const welcome = isFresh && greets ? await waitForWelcome(browser) : null;
  // A user who tries the extension in a visible window is to see the page of the first run.
  if (headless || display !== undefined) await welcome?.close();

  async function openPage(path: string, how?: { permissions: 'refused' }): Promise<Page> {
    const address = new URL(path, `${origin}/`).href;
    if (how === undefined) {
      // The page that shows the manifest stays in a window with a toolbar, for the popup.
      const opener = path === MANIFEST ? undefined : await openPageAt(browser, `${origin}${MANIFEST}`);
      return opener ? openWindow(browser, opener, address) : openTab(browser, address);
    }
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.evaluateOnNewDocument(refusePermissions);
    await page.goto(address);
    return page;
  }

  const serviceWorkerTarget = () =>
    browser.waitForTarget((target) => isWorker(target.url(), target.type()), { timeout: PATIENCE_MS });

  return {
    browser,
    extensionId,
    openPage,
    serviceWorkerTarget,
    inWorker: async (work, ...given) => evaluateInWorker(await serviceWorkerTarget(), work, ...given),
    async openPopup() {
      const page = await openPage('/popup.html');
      await page.setViewport(POPUP);
      return page;
    },
    async openToolbarPopup(over) {
      const popup = await openToolbarPopup(browser, origin, over);
      popups.add(popup);
      popup.once('close', () => popups.delete(popup));
      return popup;
    },
    async openPages() {
      const pages = await browser.pages();
      const known = new Set([...pages, ...popups].map((page) => page.target()));
      const isPopup = (target: Target) => target.url().startsWith(`${origin}/popup.html`);
      // One that the extension itself opened, which the driver does not list; it may close meanwhile.
      const others = browser.targets().filter((target) => isPopup(target) && !known.has(target));
      const opened = await Promise.all(others.map((target) => target.asPage().catch(() => [])));
      // Popups first: a popup closes with the page that it lies over.
      return [...popups, ...opened.flat(), ...pages];
    },
    async killWorker() {
      // From an existing tab: a new one would take the focus and close the popup.
      const [page = await browser.newPage()] = await browser.pages();
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    async close() {
      await browser.close();
      await removeProfile();
    },
    async kill() {
      const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await ended;
      await removeProfile();
    },
  };
}
