import type { DownloadView, RepositoryTarget } from '../../messages/index.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';
import { reviewKept } from '../../storage/overdue.ts';
import { safeFileName } from '../../web/safe-file-name.ts';
import type { Delay } from '../../web/wait.ts';
import { type DownloadStore, downloadView } from './download-store.ts';
import type { FilePorts } from './fetch-file.ts';
import { runDownload } from './run-download.ts';

interface DownloadPorts extends FilePorts {
  store: DownloadStore;
  randomId(): string;
  keepAlive(): () => void;
  /** Has the browser start a worker after this time, in case this one dies; undefined cancels that. */
  alarm(delayMs: number | undefined): void;
  /** Tells open pages. */
  announce(downloads: DownloadView[]): void;
  delay?: Delay;
}

export interface Downloads {
  /**
   * Starts fetching a file and resolves with the download's id; the id of an earlier download of the same file, if it is not
   * saved yet. Undefined where the browser cannot store files for extensions.
   */
  start(file: { source: string; repository: RepositoryTarget; path: string }): Promise<string | undefined>;
  list(): Promise<DownloadView[]>;
  /** Ends the download, and removes its record and its bytes. */
  cancel(id: string): Promise<void>;
  /** Goes on with a stopped download, or tries a failed one again. */
  resume(id: string): Promise<void>;
  /**
   * Lets one page save a complete file: true for the first page that asks, false for every other. With `again` also true for
   * a file that was saved before.
   */
  take(id: string, again: boolean): Promise<boolean>;
  /** Goes on with the downloads of an earlier worker, and removes old downloads and files without a record. */
  recover(): Promise<void>;
}

/** Longer than an idle worker lives (30 s), so that the alarm starts a new worker if this one died. */
const WAKE_MS = 60_000;
/** How long a saved file stays on the disk: the browser may still be copying it to the user's folder. */
const SAVED_STAYS_MS = 3_600_000;
const ENDED_STAYS_MS = 7 * 24 * 3_600_000;
/** How much longer an overdue download stays, since a clock that jumped ahead may be put right in this time. */
const GRACE_MS = 3_600_000;

/** Creates the downloads: files that need a source's token, fetched in the background even when the page that asked is closed. */
export function createDownloads(ports: DownloadPorts): Downloads {
  const { store, files, clock, keepAlive, alarm, announce } = ports;
  const running = new Map<string, AbortController>();
  /** Two pages may ask to save the same file; only the first one gets it. */
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
      // Either the user cancelled, or the disk failed. After a failure the record, if it is still there, says so.
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
      const all = await store.all().catch((thrown) => {
        // A download that cannot be found now is looked for again.
        alarm(WAKE_MS);
        throw thrown;
      });
      const now = clock.now();
      for (const { id, state, at, overdueAt } of all) {
        if (state === 'running') void run(id);
        if (state === 'running' || running.has(id)) continue;
        const staysMs = state === 'saved' ? SAVED_STAYS_MS : ENDED_STAYS_MS;
        const next = reviewKept({ since: at, overdueAt }, staysMs, GRACE_MS, now);
        if (next === 'over') await drop(id);
        else if (next.since !== at || next.overdueAt !== overdueAt)
          await store.change(id, { at: next.since, overdueAt: next.overdueAt });
      }
      if (!(await files.areThere())) return;
      const known = new Set((await store.all()).map(({ id }) => id));
      for (const id of await files.ids()) if (!known.has(id)) await files.remove(id);
    },
  };
}
