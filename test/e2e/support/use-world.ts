import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { withdrawAll } from '../hub/support/permissions.ts';
import { keepFailures } from './failures.ts';
import { untilAnswered } from './messages.ts';
import { paidTooOftenNow } from './paid-requests.ts';
import { emptyStorage, startAfresh } from './storage.ts';
import { closeWorld, openWorld, sharedWorld, type World } from './world.ts';

export interface WorldOptions {
  /** A browser for this file alone, because it changes more than storage, permissions and pages. */
  own?: boolean;
  /** The tests delete or spoil job records, so that the records cannot be compared with what the lab saw. */
  losesRecords?: boolean;
  /** Makes another build than the one in `.output`, and resolves to its folder; its browser is the file's own. */
  build?: () => Promise<string>;
}

/**
 * Gives a test file its world, which is reset before each test: storage, databases and permissions are empty,
 * the lab has no scripts, and the only open page is one of the extension's that shows nothing and asks
 * nobody. The worker is started anew for each file. Returns that page.
 */
export function useWorld(
  stage: World,
  { own = false, losesRecords = false, build }: WorldOptions = {},
): () => Page {
  let desk: Page;
  keepFailures(
    stage,
    async () => stage.chromium?.openPages() ?? [],
    () => stage.chromium?.browser,
  );

  beforeAll(async () => {
    Object.assign(stage, await (build ? openWorld(await build()) : own ? openWorld() : sharedWorld()));
    desk = await stage.chromium.openPage('/manifest.json');
    await untilAnswered(desk);
    // Before the worker ends: its chores write of tokens that they found, perhaps after the storage is emptied for a test.
    await emptyStorage(desk);
    await stage.chromium.killWorker();
  });

  beforeEach(async () => {
    // Other pages are closed first: a popup writes its draft as it closes.
    for (const other of await stage.chromium.openPages()) if (other !== desk) await other.close();
    await startAfresh(desk, () => stage.chromium.killWorker());
    await withdrawAll(desk);
    stage.lab.reset();
  });

  afterEach(async ({ task }) => {
    // Files that corrupt the records on purpose are not checked.
    if (!losesRecords && task.result?.state !== 'fail')
      expect(await paidTooOftenNow(stage.lab, desk)).toEqual([]);
  });

  afterAll(async () => {
    if (stage.chromium) await closeWorld(stage);
  });

  return () => desk;
}
