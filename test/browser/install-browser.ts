import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from './cached-browsers.ts';

const DEBIAN_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Ubuntu is left out on purpose: its packages of these names are stubs for snap. */
function mayUseApt(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID=debian$/m.test(release);
}

/** Runs a command with its own output shown; resolves to whether it succeeded. */
function run(command: string, parameters: string[]): Promise<boolean> {
  console.log(`  $ ${[command, ...parameters].join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const isWindows = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: 'inherit', env: environment, shell: isWindows });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** Installs Debian's packages when this is Debian and we are root; resolves to whether it did. */
export async function installWithApt(...packages: string[]): Promise<boolean> {
  if (!mayUseApt()) return false;
  if (!(await run('apt-get', ['update', '-q']))) return false;
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

function download(name: BrowserName): Promise<boolean> {
  if (name === 'chromium') return run('npx', ['--yes', 'playwright@1.65.1', 'install', 'chromium']);
  // Playwright's Firefox cannot load extensions; Puppeteer's installer brings the Firefox that Mozilla ships.
  const cache = join(homedir(), '.cache', 'puppeteer');
  return run('npx', ['browsers', 'install', 'firefox@stable', '--path', cache]);
}

/** Installs a browser: Debian's package when this is Debian and we are root, else a download of its own. */
export async function installBrowser(name: BrowserName): Promise<void> {
  console.log(`No ${name} is installed yet: installing one (once; a few minutes) …`);
  if (await installWithApt(DEBIAN_PACKAGES[name])) return;
  await download(name);
}
