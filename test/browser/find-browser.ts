import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserName, cachedBrowsers } from './cached-browsers.ts';
import { installBrowser } from './install-browser.ts';

export type { BrowserName } from './cached-browsers.ts';

const VARIABLES: Record<BrowserName, string> = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

const COMMANDS: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
};

const APPLICATIONS: Record<BrowserName, string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Google's own Chrome stopped loading unpacked extensions from the command line in this version. */
const LAST_CHROME_WITH_EXTENSION_FLAG = 136;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function versionOf(path: string): string | undefined {
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

function canLoadExtensions(version: string): boolean {
  const major = version.match(/^Google Chrome (?!for Testing)(\d+)/)?.[1];
  return major === undefined || Number(major) <= LAST_CHROME_WITH_EXTENSION_FLAG;
}

/** The browser that an environment variable names; throws when it cannot serve. */
function chosenBrowser(name: BrowserName): string | undefined {
  const variable = VARIABLES[name];
  const path = process.env[variable];
  if (path === undefined || path === '') return undefined;
  const version = versionOf(path);
  if (version === undefined) throw new Error(`${variable} is ${path}, which does not run.`);
  if (canLoadExtensions(version)) return path;
  throw new Error(
    `${variable} is ${version}, which cannot load unpacked extensions: use Chromium or Chrome for Testing.`,
  );
}

function installedBrowser(name: BrowserName): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
  const candidates = [...onPath, ...APPLICATIONS[name], ...cachedBrowsers(name)];
  // A distribution's `chromium-browser` may be a stub without a browser behind it, so each candidate is asked.
  return candidates.find((path) => isExecutable(path) && versionOf(path) !== undefined);
}

/**
 * Path of a Chromium or Firefox that can load the extension: the one that CHROMIUM_PATH or FIREFOX_PATH names, else
 * one that is installed, else one that is installed now, with its progress shown. Throws a sentence for people.
 */
export async function findBrowser(name: BrowserName): Promise<string> {
  const found = chosenBrowser(name) ?? installedBrowser(name);
  if (found !== undefined) return found;
  await installBrowser(name);
  const installed = installedBrowser(name);
  if (installed !== undefined) return installed;
  throw new Error(
    `No ${name} was found and none could be installed. Install one and set ${VARIABLES[name]} to its path.`,
  );
}
