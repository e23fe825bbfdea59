import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';

/**
 * Ends the process that does Chromium's networking, as a fault in it would; Chromium starts another. On Linux
 * only. Throws when there is no such process.
 */
export async function killNetworkProcess(browser: Browser): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  for (const { id } of processInfo) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes('network.mojom.NetworkService')) continue;
    process.kill(id, 'SIGKILL');
    return;
  }
  throw new Error('Chromium has no process for the network');
}
