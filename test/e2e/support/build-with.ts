import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const ROOT = new URL('../../..', import.meta.url).pathname;
const BUILD_SCRIPT = "import('wxt').then(({ build }) => build({ outDir: process.argv[1] }))";

interface Built {
  /** The exit code of the process; 0 when it was built. */
  code: number | null;
  folder: string;
  /** The output of the build. */
  said: string;
}

/** Builds for Chromium with variables in the environment, into a folder that is deleted after the test file. */
export function useBuilds(): (environment: Record<string, string>) => Promise<Built> {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  return async (environment) => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-deployed-'));
    folders.push(folder);
    const output: string[] = [];
    const child = spawn(process.execPath, ['--eval', BUILD_SCRIPT, folder], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => output.push(String(chunk)));
    const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
    return { code, folder: join(folder, 'chrome-mv3'), said: output.join('') };
  };
}
