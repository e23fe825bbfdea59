import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { hasDisplayTools, startDisplay } from '../browser/display.ts';

/** An extension that does nothing but offer a menu for selected text, and write down what was chosen. */
const FILES = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Menu',
    version: '1',
    permissions: ['contextMenus', 'storage'],
    background: { service_worker: 'worker.js' },
  }),
  'worker.js': `
    chrome.runtime.onInstalled.addListener(() =>
      chrome.contextMenus.create({ id: 'choice', title: 'Zebra', contexts: ['selection'] }));
    chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) =>
      chrome.storage.local.set({ chosen: { menuItemId, selectionText } }));`,
  'page.html': '<!doctype html><title>Page</title><p id="text">a red fox in the snow</p>',
};

interface ExtensionGlobals {
  chrome: { storage: { local: { get(key: string): Promise<{ chosen?: unknown }> } } };
}

describe('a real window', () => {
  let isPossible = false;
  beforeAll(async () => {
    isPossible = await hasDisplayTools();
  });

  test("a right click on selected text opens the browser's menu, and a key chooses from it", async (context) => {
    context.skip(!isPossible, 'no display and no mouse can be had here');
    const extensionDir = await mkdtemp(join(tmpdir(), 'understudy-menu-'));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(extensionDir, name), text);
    const display = await startDisplay();
    const chromium = await launchChromium({ extensionDir, headless: false, display: display.name });
    try {
      await chromium.serviceWorkerTarget();
      const page = await chromium.openPage('/page.html');
      await page.bringToFront();
      const point = await page.evaluate(() => {
        const text = document.getElementById('text') as HTMLElement;
        getSelection()?.selectAllChildren(text);
        const { left, top } = text.getBoundingClientRect();
        return { x: left + 20, y: top + 8 };
      });
      await display.rightClick(page, point);
      const chosen = () =>
        page.evaluate(async () => {
          const { chrome } = globalThis as unknown as ExtensionGlobals;
          return (await chrome.storage.local.get('chosen')).chosen;
        });
      await display.press('z');
      await expect.poll(chosen).toEqual({ menuItemId: 'choice', selectionText: 'a red fox in the snow' });
    } finally {
      await chromium.close();
      await display.close();
      await rm(extensionDir, { recursive: true, force: true });
    }
  });
});
