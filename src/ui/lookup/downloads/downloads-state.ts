import { type ReadonlySignal, signal } from '@preact/signals';
import { type Ask, changedDownloads, type DownloadView, type Problem } from '../../../messages/index.ts';

interface Ports {
  ask: Ask;
  onBroadcast(listener: (message: unknown) => void): () => void;
  /** Reads a file that has been fetched completely. */
  read(id: string): Promise<Blob>;
  /** Hands a file to the browser to be saved. */
  save(file: Blob, name: string): void;
}

export interface DownloadsState {
  /** Newest first. */
  downloads: ReadonlySignal<readonly DownloadView[]>;
  /** What went wrong on this page when a download was saved or asked about, by the download's id. */
  problems: ReadonlySignal<Readonly<Record<string, Problem>>>;
  /** Reads the list of downloads, and shows each change from now on. */
  start(): void;
  saveAgain(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  /** Cancels a download that is under way; takes an ended one off the list. */
  drop(id: string): Promise<void>;
}

/**
 * Milliseconds between two questions to the background while a download is under way: a question wakes a
 * worker that was stopped, and the download goes on.
 */
const LOOK_EVERY_MS = 5_000;

/**
 * The downloads as a page shows them. A file that has been fetched completely is saved by the first page that
 * sees it.
 */
export function createDownloadsState({ ask, onBroadcast, read, save }: Ports): DownloadsState {
  const downloads = signal<readonly DownloadView[]>([]);
  const problems = signal<Readonly<Record<string, Problem>>>({});
  let started = false;

  async function look(): Promise<void> {
    const reply = await ask('listDownloads', {});
    if (reply.ok) show(reply.value);
  }

  function show(list: readonly DownloadView[]): void {
    const before = new Map(downloads.value.map(({ id, state }) => [id, state]));
    downloads.value = list;
    for (const download of list)
      if (download.state === 'ready' && before.get(download.id) !== 'ready') void hand(download, false);
  }

  async function hand(download: DownloadView, again: boolean): Promise<void> {
    const { id, name, received } = download;
    const reply = await ask('takeDownload', { id, again });
    if (!reply.ok) return fail(id, reply.problem);
    if (!reply.value.mine) return;
    const file = await read(id).catch(() => undefined);
    if (file?.size !== received) return fail(id, { code: 'DOWNLOAD_GONE' });
    save(file, name);
  }

  function fail(id: string, problem: Problem | undefined): void {
    const { [id]: _, ...others } = problems.value;
    problems.value = problem ? { ...others, [id]: problem } : others;
  }

  async function deed(id: string, name: 'resumeDownload' | 'cancelDownload'): Promise<void> {
    const reply = await ask(name, { id });
    fail(id, reply.ok ? undefined : reply.problem);
    await look();
  }

  return {
    downloads,
    problems,
    start() {
      if (started) return;
      started = true;
      onBroadcast((message) => {
        const list = changedDownloads(message);
        if (list) show(list);
      });
      void look();
      setInterval(() => {
        if (downloads.value.some(({ state }) => state === 'running')) void look();
      }, LOOK_EVERY_MS);
    },
    async saveAgain(id) {
      fail(id, undefined);
      const download = downloads.value.find((one) => one.id === id);
      if (download) await hand(download, true);
    },
    resume: (id) => deed(id, 'resumeDownload'),
    drop: (id) => deed(id, 'cancelDownload'),
  };
}
