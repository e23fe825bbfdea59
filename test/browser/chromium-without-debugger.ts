import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, type LabPorts } from './chromium-flags.ts';
import { extensionIdOf } from './extension-id.ts';
import { findBrowser } from './find-browser.ts';
import { attachToPage, type PageSession } from './page-session.ts';

export type { PageSession } from './page-session.ts';

export interface UnattachedPage {
  id: string;
  /** Attaches to this page alone. Detach before the part of a test that must run undebugged. */
  attach(): Promise<PageSession>;
  /** Closes the page, as a popup closes. */
  close(): Promise<void>;
}

export interface UnattachedChromium {
  extensionId: string;
  openPage(path: string): Promise<UnattachedPage>;
  openPopup(): Promise<UnattachedPage>;
  /** The running targets by type and address: shows whether the worker lives without attaching to it. */
  listTargets(): Promise<{ id: string; type: string; url: string }[]>;
  close(): Promise<void>;
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
  for (const start = Date.now(); Date.now() - start < 60_000; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen within 60 s`);
}

/**
 * Starts Chromium with the extension and attaches to nothing: a debugger keeps a worker alive, so tests of how long
 * it lives have to do without. Pages are opened, listed and closed over the debugging port's plain HTTP.
 */
export async function launchChromiumWithoutDebugger(options: {
  lab: LabPorts;
  extensionDir: string;
}): Promise<UnattachedChromium> {
  const extensionDir = await realpath(options.extensionDir);
  const extensionId = extensionIdOf(extensionDir);
  const profile = await mkdtemp(join(tmpdir(), 'understudy-chromium-'));
  const flags = chromiumFlags({ extensionDir, headless: true, lab: options.lab });
  const process = spawn(
    await findBrowser('chromium'),
    [...flags, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    { stdio: 'ignore' },
  );
  const portFile = join(profile, 'DevToolsActivePort');
  const readPort = () =>
    (existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : '') || undefined;
  const port = await until(readPort, "Chromium's start");
  const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });

  async function listTargets() {
    return (await (await ask('/json/list')).json()) as { id: string; type: string; url: string }[];
  }
  const isWorker = ({ type, url }: { type: string; url: string }) =>
    type === 'service_worker' && url.includes(extensionId);
  await until(async () => (await listTargets()).find(isWorker), "The extension's start");

  async function openPage(path: string): Promise<UnattachedPage> {
    const address = `chrome-extension://${extensionId}/${path.replace(/^\//, '')}`;
    const opened = await (await ask(`/json/new?${encodeURIComponent(address)}`, 'PUT')).json();
    const { id, webSocketDebuggerUrl } = opened as { id: string; webSocketDebuggerUrl: string };
    return {
      id,
      attach: () => attachToPage(webSocketDebuggerUrl),
      async close() {
        await ask(`/json/close/${id}`);
        const isGone = async () =>
          (await listTargets()).some((target) => target.id === id) ? undefined : true;
        await until(isGone, 'Closing the page');
      },
    };
  }

  return {
    extensionId,
    openPage,
    openPopup: () => openPage('popup.html'),
    listTargets,
    async close() {
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.kill('SIGTERM');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
