import type { EndOfRedirects } from '../../web/stay-on-origin.ts';
import { openPage } from './open-page.ts';
import type { RedirectQuestion } from './redirect-page.ts';

/** Follows the redirects in a page (redirects.html) whose policy allows only the origin of `url`: see `EndOfRedirects`. */
export const endOfRedirects: EndOfRedirects = async (url, headers, signal) => {
  signal?.throwIfAborted();
  const port = await openPage('/redirects.html', { keepsOrigin: true });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  port.onmessage = ({ data }) => resolve(String(data));
  port.addEventListener('close', () => resolve('failed'));
  const question: RedirectQuestion = { url, headers: [...new Headers(headers)] };
  port.postMessage(question);
  try {
    const end = await promise;
    if (end === 'failed') throw new TypeError('There was no answer');
    return end;
  } finally {
    signal?.removeEventListener('abort', stop);
    port.close();
  }
};
