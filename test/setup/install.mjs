/**
 * Installs what package-lock.json names when node_modules does not hold it, and says so while it lasts. A parameter names
 * another folder with a package-lock.json of its own (test/bench).
 * Runs before `npm start` and `npm test`, so it has to work on the Node the machine came with (20.20)
 * and without a single dependency.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const root = join(home, process.argv[2] ?? '');
const wantedFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules', '.package-lock.json');

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** npm writes node_modules/.package-lock.json last, so it is there only after a finished install. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  if (statSync(installedFile).mtimeMs >= statSync(wantedFile).mtimeMs) return true;
  return holdsTheSame(packagesOf(wantedFile), packagesOf(installedFile));
}

/** A checkout gives the lock file a new date without changing it: then what it says decides. */
function holdsTheSame(wanted, installed) {
  const isMet = ([path, entry]) =>
    path === '' ||
    (installed[path] === undefined ? entry.optional === true : installed[path].version === entry.version);
  const isWanted = (path) => wanted[path] !== undefined;
  return Object.entries(wanted).every(isMet) && Object.keys(installed).every(isWanted);
}

function countInstalled(directory = join(root, 'node_modules')) {
  if (!existsSync(directory)) return 0;
  return readdirSync(directory).reduce((count, name) => {
    if (name.startsWith('.')) return count;
    return count + (name.startsWith('@') ? countInstalled(join(directory, name)) : 1);
  }, 0);
}

/** npm shows nothing while it works when it has no terminal: a line every few seconds stands in. */
function reportProgress(startedAt) {
  const total = Object.keys(packagesOf(wantedFile)).filter((path) => path !== '').length;
  return setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    console.log(`  … ${seconds} s, ${Math.min(countInstalled(), total)} of ${total} packages unpacked`);
  }, 5000);
}

function install() {
  const npm = process.env.npm_execpath;
  const runsOnNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const command = runsOnNode ? process.execPath : 'npm';
  const parameters = [...(runsOnNode ? [npm] : []), 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    shell: !runsOnNode && process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ci ended with code ${code}`)),
    );
  });
}

/** The scripts are TypeScript, which Node runs as it is from 22.18 on. The packages hold such a Node for most machines. */
function hasNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isNew = major > 22 || (major === 22 && minor >= 18);
  const program = process.platform === 'win32' ? 'node.cmd' : 'node';
  return isNew || existsSync(join(home, 'node_modules', '.bin', program));
}

if (!isInstalled()) {
  const startedAt = Date.now();
  console.log('Installing the packages that package-lock.json names (once; a minute or two) …');
  const progress = reportProgress(startedAt);
  try {
    await install();
    console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  } catch (error) {
    console.error(
      `The packages could not be installed: ${error.message}. See npm's lines above; then try again.`,
    );
    process.exitCode = 1;
  } finally {
    clearInterval(progress);
  }
}

if (process.exitCode === undefined && !hasNode()) {
  console.error(
    `No newer Node came with the packages for this machine (${process.platform}, ${process.arch}), and Node ${process.versions.node} is too old. Please install Node 24, then try again.`,
  );
  process.exitCode = 1;
}
