import { browser } from 'wxt/browser';
import { createFrames, type FrameOptions } from './frames.ts';

/** The part of a service worker's `clients` that is used. */
interface Clients {
  matchAll(options: {
    includeUncontrolled: boolean;
    type: 'window';
  }): Promise<{ url: string; postMessage(message: unknown, transfer: Transferable[]): void }[]>;
}

const PAGE = 'offscreen.html';
/** Milliseconds that the empty document is kept for the next frame: opening the document takes most of the time. */
const IDLE_MS = 30_000;

let opening: Promise<void> | undefined;

/** The message by which the worker has the document open a frame; the frame's port is sent along. */
interface Order extends FrameOptions {
  path: string;
}

/** In Chromium's worker: has the offscreen document open `path` in a frame and hand it the port. */
export async function openInOffscreenDocument(
  path: string,
  options: FrameOptions,
  port: MessagePort,
): Promise<void> {
  const document = (await find()) ?? (await create());
  if (!document) throw new Error('There is no offscreen document');
  const order: Order = { path, ...options };
  document.postMessage(order, [port]);
}

async function find() {
  const { clients } = globalThis as unknown as { clients: Clients };
  const url = browser.runtime.getURL(`/${PAGE}` as '/');
  const all = await clients.matchAll({ includeUncontrolled: true, type: 'window' });
  return all.find((client) => client.url === url);
}

async function create() {
  opening ??= browser.offscreen
    .createDocument({
      url: PAGE,
      reasons: ['IFRAME_SCRIPTING'],
      justification:
        'Runs the client of a picture service in a sandboxed frame, and follows redirects in one that may go nowhere else.',
    })
    .finally(() => {
      opening = undefined;
    });
  // Rejects when the document of an earlier worker still exists: then that one is used.
  await opening.catch(() => undefined);
  return find();
}

/** offscreen.html: holds the frames without access to their messages, and closes when it has had none for a while. */
export function startOffscreenDocument(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const closeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => globalThis.close(), IDLE_MS);
  };
  const frames = createFrames(document, closeSoon);
  let worker: ReturnType<typeof browser.runtime.connect> | undefined;

  /** A port that closes when the worker is stopped, which the ports to frames do not report: then all frames are removed. */
  function watchWorker(): void {
    worker = browser.runtime.connect({ name: 'offscreen' });
    worker.onDisconnect.addListener(() => {
      worker = undefined;
      frames.removeAll();
    });
  }

  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    const [port] = ports;
    if (!port) return;
    const { path, keepsOrigin } = data as Order;
    clearTimeout(timer);
    if (!worker) watchWorker();
    frames.open(path, { keepsOrigin }, port);
  });
  navigator.serviceWorker.startMessages();
}
