import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

/** The one file that an action makes the browser download into an empty folder. */
export async function downloaded(
  browser: Browser,
  folder: string,
  action: () => Promise<unknown>,
): Promise<{ name: string; bytes: Buffer }> {
  const session = await browser.target().createCDPSession();
  try {
    const ended = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve());
    });
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    });
    await action();
    await ended;
  } finally {
    await session.detach();
  }
  const [name, ...others] = await readdir(folder);
  if (name === undefined || others.length > 0)
    throw new Error(`${folder} holds ${others.length} files too many`);
  return { name, bytes: await readFile(join(folder, name)) };
}
