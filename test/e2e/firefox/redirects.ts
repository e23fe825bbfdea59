import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { stage } from './stage.ts';

const HOST = 'huggingface.co';

/** Asks the page as the background does, whose own document is out of a test's reach. */
function endOfRedirects(page: Page, url: string): Promise<unknown> {
  return page.evaluate(
    (asked) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        const frame = document.createElement('iframe');
        globalThis.addEventListener('message', () => frame.contentWindow?.postMessage('port', '*', [port2]), {
          once: true,
        });
        port1.onmessage = ({ data }) => {
          resolve(data);
          frame.remove();
        };
        port1.postMessage({ url: asked, headers: [] });
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
        frame.src = '/redirects.html';
        document.body.append(frame);
      }),
    url,
  );
}

test('in Firefox, too, a redirect is followed on its own origin alone', async () => {
  const { lab } = stage;
  const page = await stage.firefox.openPage('/options.html');
  const moved = (path: string, location: string) =>
    lab.answer({ host: HOST, path }, [{ status: 307, headers: { location } }]);
  moved('/away', 'https://stranger.example/there');
  moved('/home', 'http://192.168.1.1/there');
  moved('/plain', `http://${HOST}/there`);
  moved('/hop', '/away');
  moved('/renamed', '/api/models?limit=1');
  moved('/round', '/round?again');
  lab.log.length = 0;
  const asked = async (path: string) => endOfRedirects(page, `https://${HOST}${path}`);
  for (const path of ['/away', '/home', '/plain', '/hop'])
    expect([path, await asked(path)]).toEqual([path, 'left']);
  expect(await asked('/renamed')).toBe(`https://${HOST}/api/models?limit=1`);
  expect(await asked('/round')).toBe('failed');
  expect(new Set(lab.log.map(({ host }) => host))).toEqual(new Set([HOST]));
  expect(lab.requestsTo(HOST, '/there')).toEqual([]);
});
