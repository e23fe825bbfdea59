import { END, READY } from './conversation.ts';

/** A page in which puter.js is loaded. */
export interface OpenPage {
  port: MessagePort;
  /** Aborts when the page is gone. Firefox does not report that. */
  gone: AbortSignal;
}

/** How long opening may take: usually some tenths of a second, more on a busy machine. */
const OPENING_MS = 15_000;

/**
 * Resolves when puter.js is loaded in the page behind the port; rejects when the page closes before that, or after
 * `OPENING_MS`.
 */
export async function openPage(openPort: () => Promise<MessagePort>): Promise<OpenPage> {
  const controller = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<OpenPage>();
  const timer = setTimeout(() => reject(new Error('The page did not open in time')), OPENING_MS);
  const listen = (port: MessagePort) => {
    port.onmessage = ({ data }) => data === READY && resolve({ port, gone: controller.signal });
    port.addEventListener('close', () => {
      controller.abort();
      reject(new Error('The page was closed'));
    });
    // A page that opens too late is closed.
    promise.catch(() => endPage({ port }));
  };
  openPort().then(listen, reject);
  return promise.finally(() => clearTimeout(timer));
}

/** Closes the page; a running request is aborted. */
export function endPage({ port }: Pick<OpenPage, 'port'>): void {
  port.postMessage(END);
  port.close();
}
