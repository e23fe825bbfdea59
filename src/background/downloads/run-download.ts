import type { Problem } from '../../messages/index.ts';
import { type Delay, delay as wait } from '../../web/wait.ts';
import type { Download, DownloadStore } from './download-store.ts';
import { type FilePorts, fetchFile } from './fetch-file.ts';

interface RunPorts extends FilePorts {
  store: Pick<DownloadStore, 'get'>;
  /** Changes the record and tells open pages. */
  change: DownloadStore['change'];
  delay?: Delay;
}

/** Pauses before the next try, by the number of tries in a row that brought no new bytes. */
const PAUSES_MS = [1_000, 2_000, 4_000];
/** How often pages are told of progress. */
const SHOWN_EVERY_MS = 500;

/** Tries until the file is complete, or further tries bring nothing. Rejects when it is cancelled, or the disk fails. */
export async function runDownload(ports: RunPorts, id: string, signal: AbortSignal): Promise<void> {
  const { store, files, clock, change, delay = wait } = ports;
  for (;;) {
    const download = await store.get(id);
    if (download?.state !== 'running') return;
    const listener = listenFor(download, change);
    const tried = await fetchFile(ports, download, listener, signal).finally(listener.end);
    if (tried.end === 'whole') {
      const { size } = tried;
      await change(id, { state: 'ready', received: size, size, problem: undefined, at: clock.now() });
      return;
    }
    const { problem, mayPass } = tried;
    const received = await files.size(id);
    const idleTries = received > download.most ? 0 : download.idleTries + 1;
    const most = Math.max(received, download.most);
    const startedOver = received < download.received || download.startedOver;
    if (!mayPass || idleTries > PAUSES_MS.length) return void (await stop(problem, received, mayPass));
    await change(id, { received, most, idleTries, startedOver });
    await delay(PAUSES_MS[Math.max(0, idleTries - 1)] ?? 0, signal);
  }

  /** Ends the download: `stopped` where it can be resumed, else `failed`. The bytes on the disk are kept. */
  async function stop(problem: Problem, received: number, mayPass: boolean): Promise<void> {
    const state = received > 0 || mayPass ? 'stopped' : 'failed';
    await change(id, { state, problem, received, idleTries: 0, at: clock.now() });
  }
}

/** Creates the listeners of one try: they store how the try began and, every `SHOWN_EVERY_MS`, how many bytes have come. */
function listenFor(download: Download, change: DownloadStore['change']) {
  let received = download.received;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    void change(download.id, { received }).catch(() => undefined);
  };
  return {
    async onBegin({
      from,
      ...said
    }: {
      from: number;
      size: number | undefined;
      content: string | undefined;
    }) {
      const isAnew = from === 0 && download.received > 0;
      received = from;
      await change(download.id, {
        ...said,
        received,
        resumedAt: from > 0 ? from : undefined,
        startedOver: isAnew || download.startedOver,
      });
    },
    onBytes(count: number) {
      received += count;
      timer ??= setTimeout(show, SHOWN_EVERY_MS);
    },
    end: () => clearTimeout(timer),
  };
}
