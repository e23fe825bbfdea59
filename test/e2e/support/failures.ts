import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { beforeEach } from 'vitest';
import type { Lab } from '../../lab/lab.ts';

/** A folder for each failed test; CI keeps them. */
const FOLDER = new URL('../../../.output/failures', import.meta.url).pathname;
/** Milliseconds for one page, so that a page that hangs does not keep the others from being saved. */
const PATIENCE_MS = 20_000;

const asFileName = (text: string) =>
  text
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);

const textOf = (errors: readonly { message?: string; stack?: string }[] = []) =>
  errors.map(({ message, stack }) => stack ?? message).join('\n\n');

async function keepPages(pages: Page[], folder: string): Promise<void> {
  for (const [index, page] of pages.entries()) {
    const name = join(folder, `page-${index + 1}`);
    // A page behind another is not drawn: its picture, and with it the next test, would wait for minutes.
    await page.bringToFront();
    await page.screenshot({ path: `${name}.png` });
    await writeFile(`${name}.html`, `<!-- ${page.url()} -->\n${await page.content()}`);
  }
}

/** What runs in the browser besides its tabs: workers, frames, documents that nobody sees. */
function keepTargets(browser: Browser, folder: string): Promise<void> {
  const lines = browser.targets().map((target) => `${target.type()} ${target.url()}`);
  return writeFile(join(folder, 'targets.txt'), lines.join('\n'));
}

function keepLog(lab: Lab, folder: string): Promise<void> {
  const requests = lab.log.map((entry) => ({ ...entry, query: entry.query.toString() }));
  const text = JSON.stringify({ violations: lab.violations, requests }, undefined, 2);
  return writeFile(join(folder, 'lab.json'), text);
}

/**
 * When a test of this file fails, its pages as they then are and the lab's log go to `.output/failures`. Called before the
 * hooks that reset the stage.
 */
export function keepFailures(
  stage: { lab?: Lab },
  openPages: () => Promise<Page[]>,
  browser: () => Browser | undefined,
): void {
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      const folder = join(
        FOLDER,
        `${asFileName(basename(task.file.name, '.test.ts'))}-${asFileName(task.name)}`,
      );
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'errors.txt'), textOf(task.result?.errors));
      if (stage.lab) await keepLog(stage.lab, folder);
      const running = browser();
      if (running) await keepTargets(running, folder);
      const tooLate = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
      const kept = openPages().then((pages) => keepPages(pages, folder));
      await Promise.race([kept.catch(() => undefined), tooLate]);
    });
  });
}
