import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say, withProgress } from './report.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BUILD = join(ROOT, '.output', 'chrome-mv3');

const SOURCES = ['src/**/*', 'entrypoints/**/*', 'public/**/*', 'wxt.config.ts', 'package-lock.json'];

const changedAt = (path: string) => statSync(path).mtimeMs;

/** Whether the production build holds a popup and is newer than everything it is made of. */
function isFresh(): boolean {
  const popup = join(BUILD, 'popup.html');
  if (!existsSync(popup)) return false;
  const builtAt = changedAt(join(BUILD, 'manifest.json'));
  return SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).every(
    (file) => changedAt(join(ROOT, file)) <= builtAt,
  );
}

/** Called by path, so that it is found whatever the shell's search path says. */
const WXT = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');

function runBuild(): Promise<void> {
  const output: string[] = [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WXT, 'build'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => output.push(String(chunk)));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build failed:\n${output.join('').trim()}`));
    });
  });
}

/** Builds the extension for Chromium unless the build in `.output` is up to date. */
export async function ensureBuild(): Promise<void> {
  if (isFresh()) {
    say('The production build is up to date.');
    return;
  }
  await withProgress('Building the extension', runBuild);
}
