import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const KEPT = join(ROOT, 'node_modules/.cache/understudy-built');
const INPUTS = [
  'entrypoints/**',
  'src/**',
  'public/**',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
  'LICENSE',
];

let built: Promise<string> | undefined;

/**
 * The folder that holds `chrome` and `firefox` as built from the tree as it is now. Kept under a hash of everything that
 * goes into a build, so that several test files share one.
 */
export function builtExtension(): Promise<string> {
  built ??= findOrBuild();
  return built;
}

async function findOrBuild(): Promise<string> {
  const folder = join(KEPT, await hashInputs());
  if (await isFolder(folder)) return folder;

  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    const script = join(dirname(fileURLToPath(import.meta.url)), 'build-both.ts');
    await promisify(execFile)(process.execPath, [script, unfinished], { cwd: ROOT, env: environment() });
    // Another process has built the same tree meanwhile.
    await rename(unfinished, folder).catch(() => undefined);
    await forgetOld();
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Text files of one target's build, by their path in it. */
export async function readBuilt(browser: 'chrome' | 'firefox'): Promise<Map<string, string>> {
  const folder = join(await builtExtension(), browser);
  const files = new Map<string, string>();
  for await (const path of glob('**/*.{js,css,html,json}', { cwd: folder }))
    files.set(path, await readFile(join(folder, path), 'utf8'));
  return files;
}

/** Without a team's defaults, and without what tells a build that it is under test. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:KOHAKU_|VITEST|NODE_ENV$|TEST$|MODE$)/.test(name),
  );
  return Object.fromEntries(kept);
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256');
  const paths = await Array.fromAsync(glob(INPUTS, { cwd: ROOT }));
  for (const path of paths.sort()) {
    if ((await stat(join(ROOT, path))).isFile()) hash.update(path).update(await readFile(join(ROOT, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Removes builds of earlier trees; one of the last hour may still be in use. */
async function forgetOld(): Promise<void> {
  for (const path of (await readdir(KEPT)).map((name) => join(KEPT, name))) {
    const { mtimeMs = Date.now() } = await stat(path).catch(() => ({ mtimeMs: undefined }));
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
