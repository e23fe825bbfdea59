import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSmallWindow } from '../../../src/browser/index.ts';

type Window = { url: string; incognito?: boolean };

const browser = fakeBrowser as unknown as { sidebarAction?: object };
const opened: Window[] = [];
let refusesPrivate = false;

beforeEach(() => {
  fakeBrowser.reset();
  opened.length = 0;
  refusesPrivate = false;
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async (how: Window) => {
    if (how.incognito && refusesPrivate) throw new Error('Extension does not have permission');
    opened.push({ url: how.url.replace(/^.*?(?=\/popup)/, ''), ...(how.incognito && { incognito: true }) });
    return {};
  }) as never);
});
afterEach(() => {
  delete browser.sidebarAction;
  vi.restoreAllMocks();
});

test('a small window for what is not private is one as any', async () => {
  await openSmallWindow('/popup.html?job=one');
  expect(opened).toEqual([{ url: '/popup.html?job=one' }]);
});

test('for words of a private window it is a private one in Firefox', async () => {
  browser.sidebarAction = {};
  await openSmallWindow('/popup.html', { isPrivate: true });
  expect(opened).toEqual([{ url: '/popup.html?window=private', incognito: true }]);
});

// Chromium shows an empty page there; Firefox refuses where the user keeps the extension out.
test.each([true, false])(
  'where no private one can hold the page, its address says it: Firefox %j',
  async (firefox) => {
    if (firefox) browser.sidebarAction = {};
    refusesPrivate = true;
    await openSmallWindow('/popup.html?job=one', { isPrivate: true });
    expect(opened).toEqual([{ url: '/popup.html?job=one&window=private' }]);
  },
);
