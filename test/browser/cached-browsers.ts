import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

const home = homedir();

/** Where test tools keep the browsers that they downloaded. Playwright's Firefox is left out: it loads no extensions. */
const FOLDERS = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(home, '.cache', 'ms-playwright'),
  join(home, 'Library', 'Caches', 'ms-playwright'),
  process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'ms-playwright'),
  join(home, '.cache', 'puppeteer'),
];

const PATTERNS: Record<BrowserName, string[]> = {
  chromium: [
    'chromium-*/chrome-linux*/chrome',
    'chromium-*/chrome-mac*/*.app/Contents/MacOS/*',
    'chromium-*/chrome-win*/chrome.exe',
    'chrome/*/chrome-linux*/chrome',
    'chrome/*/chrome-mac*/*.app/Contents/MacOS/*',
    'chrome/*/chrome-win*/chrome.exe',
  ],
  firefox: [
    'firefox/*/firefox/firefox',
    'firefox/*/*.app/Contents/MacOS/firefox',
    'firefox/*/core/firefox.exe',
  ],
};

/** Paths of downloaded browsers, the newest folder name first. */
export function cachedBrowsers(name: BrowserName): string[] {
  return FOLDERS.filter((folder) => folder !== undefined && existsSync(folder)).flatMap((folder) =>
    PATTERNS[name].flatMap((pattern) =>
      globSync(pattern, { cwd: folder as string })
        .sort()
        .reverse()
        .map((path) => join(folder as string, path)),
    ),
  );
}
