import type { DownloadView, RepositoryTarget } from '../../messages/index.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';
import { safeFileName } from '../../web/safe-file-name.ts';
import type { Delay } from '../../web/wait.ts';
import { type DownloadStore, downloadView } from './download-store.ts';
import type { FilePorts } from './fetch-file.ts';
import { runDownload } from './run-download.ts';

interface DownloadPorts extends FilePorts {
  store: DownloadStore;
  randomId(): string;
  keepAlive(): () => void;
  /** Has a worker started in so many milliseconds, should this one die; undefined: not any more. */
  alarm(delayMs: number | undefined): void;
  /** Tells open pages. */
  announce(downloads: DownloadView[]): void;
  delay?: Delay;
}

export interface Downloads {
  /** Undefined where the browser has no place to keep a file in. */
  start(file: { source: string; repository: RepositoryTarget; path: string }): Promise<string | undefined>;
  list(): Promise<DownloadView[]>;
  /** Ends it, and keeps nothing. */
  cancel(id: string): Promise<void>;
  /** Goes on with one that stopped, or tries one that failed again. */
  resume(id: string): Promise<void>;
  /** Hands a whole file to one page to be saved: false for every other. `again`: one that was handed out before. */
  take(id: string, again: boolean): Promise<boolean>;
  /** Goes on with what an earlier worker left, and clears away what nobody needs any more. */
  recover(): Promise<void>;
}

/** Longer than a worker lives unasked, so that it rings in a new one. */
const WAKE_MS = 60_000;
/** A browser goes on reading a file after it was handed over: it stays for a while. */
const SAVED_STAYS_MS = 3_600_000;
const ENDED_STAYS_MS = 7 * 24 * 3_600_000;

/** Fetches files with a source's token, whatever happens to the page that asked for them. */
export function createDownloads(ports: DownloadPorts): Downloads {
  const { store, files, clock, keepAlive, alarm, announce } = ports;
  const running = new Map<string, AbortController>();
  /** Of two pages that would save a file at once, one is first. */
  const oneAtATime = createOneAtATime();

  const list = async () => (await store.all()).map(downloadView);
  const tell = async () => announce(await list());
  const change = async (id: string, fields: Parameters<DownloadStore['change']>[1]) => {
    const download = await store.change(id, fields);
    await tell();
    return download;
  };

  async function run(id: string): Promise<void> {
    if (running.has(id)) return;
    const controller = new AbortController();
    running.set(id, controller);
    const release = keepAlive();
    alarm(WAKE_MS);
    const heartbeat = setInterval(() => alarm(WAKE_MS), WAKE_MS / 3);
    try {
      await runDownload({ ...ports, change }, id, controller.signal);
    } catch {
      // Cancelled, or there is nothing to write on: a record that is still there says so.
      if (!controller.signal.aborted)
        await change(id, { state: 'failed', problem: { code: 'STORAGE_FAILED' }, at: clock.now() }).catch(
          () => undefined,
        );
    } finally {
      clearInterval(heartbeat);
      running.delete(id);
      if (running.size === 0) alarm(undefined);
      release();
    }
  }

  async function drop(id: string): Promise<void> {
    running.get(id)?.abort();
    await store.remove(id);
    await files.remove(id).catch(() => undefined);
    await tell();
  }

  async function begin(id: string): Promise<void> {
    const fields = { state: 'running', problem: undefined, idleTries: 0, at: clock.now() };
    if (await change(id, fields)) void run(id);
  }

  return {
    async start({ source, repository, path }) {
      if (!(await files.areThere())) return undefined;
      const same = (await store.all()).find(
        (one) =>
          one.source === source &&
          one.path === path &&
          JSON.stringify(one.repository) === JSON.stringify(repository) &&
          one.state !== 'saved',
      );
      if (same) {
        if (same.state === 'stopped' || same.state === 'failed') await begin(same.id);
        return same.id;
      }
      const id = ports.randomId();
      const name = safeFileName(path);
      const at = clock.now();
      await store.add({
        id,
        source,
        repository,
        path,
        name,
        state: 'running',
        received: 0,
        most: 0,
        idleTries: 0,
        at,
      });
      await tell();
      void run(id);
      return id;
    },

    list,
    cancel: drop,

    async resume(id) {
      const download = await store.get(id);
      if (download?.state === 'stopped' || download?.state === 'failed') await begin(id);
    },

    take: (id, again) =>
      oneAtATime(async () => {
        const download = await store.get(id);
        if (download?.state !== 'ready' && !(again && download?.state === 'saved')) return false;
        await change(id, { state: 'saved', at: clock.now() });
        return true;
      }),

    async recover() {
      const all = await store.all();
      const now = clock.now();
      for (const { id, state, at } of all) {
        const staysMs = state === 'saved' ? SAVED_STAYS_MS : ENDED_STAYS_MS;
        // A clock that was set back must not keep a file for ever.
        const isOver = state !== 'running' && Math.abs(now - at) > staysMs;
        if (isOver && !running.has(id)) await drop(id);
        else if (state === 'running') void run(id);
      }
      if (!(await files.areThere())) return;
      const known = new Set((await store.all()).map(({ id }) => id));
      for (const id of await files.ids()) if (!known.has(id)) await files.remove(id);
    },
  };
}
