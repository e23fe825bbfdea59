import type { Page } from 'puppeteer-core';
import { isActive, type Job } from '../../../src/jobs/index.ts';
import { send } from './messages.ts';

interface StorageGlobals {
  browser?: StorageApi;
  chrome: StorageApi;
}
interface StorageApi {
  storage: {
    local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    };
    session: { clear(): Promise<void> };
    sync: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    };
  };
}

/** Everything in the extension's storage area. */
export function readStorage(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as StorageGlobals;
    return (browser ?? chrome).storage.local.get(null);
  });
}

export async function writeStorage(page: Page, items: Record<string, unknown>): Promise<void> {
  await page.evaluate((written) => {
    const { browser, chrome } = globalThis as unknown as StorageGlobals;
    return (browser ?? chrome).storage.local.set(written);
  }, items);
}

/** Everything in the browser's sync. */
export function readSync(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as StorageGlobals;
    return (browser ?? chrome).storage.sync.get(null);
  });
}

/** Puts items into the browser's sync, as another device of the user's does. */
export async function writeSync(page: Page, items: Record<string, unknown>): Promise<void> {
  await page.evaluate((written) => {
    const { browser, chrome } = globalThis as unknown as StorageGlobals;
    return (browser ?? chrome).storage.sync.set(written);
  }, items);
}

/** The job records, newest first. */
export async function readJobs(page: Page): Promise<Job[]> {
  const stored = await readStorage(page);
  const jobs = Object.entries(stored).filter(([key]) => key.startsWith('job:'));
  return jobs.map(([, job]) => job as Job).sort((one, other) => other.createdAt - one.createdAt);
}

/** What the job records say: there are none, all have ended, or one is active. Nonsense, which some tests store, counts as ended. */
async function jobsLeft(page: Page): Promise<'none' | 'ended' | 'active'> {
  const stored = Object.entries(await readStorage(page)).filter(([key]) => key.startsWith('job:'));
  const runs = stored.some(([, job]) => typeof job === 'object' && job !== null && isActive(job as Job));
  return runs ? 'active' : stored.length > 0 ? 'ended' : 'none';
}

/**
 * Makes the extension as new for the next test; `endJobs` ends the jobs that still run. A job's record may be changed after the
 * job has ended, and what the worker read before the storage was emptied, it would write again: so its changes are waited for,
 * and the storage is emptied until no record comes back.
 */
export async function startAfresh(page: Page, endJobs: () => Promise<unknown>): Promise<void> {
  for (let left = await jobsLeft(page); left !== 'none'; left = await jobsLeft(page)) {
    if (left === 'active') await endJobs();
    // Changes of records are made one after another: this one is answered when those begun before are done.
    else await send(page, 'cancel', { jobId: 'none' });
    await emptyStorage(page);
  }
  await emptyStorage(page);
}

/** Makes the extension as new: storage and databases are emptied (not deleted: the worker holds them open). */
export async function emptyStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as StorageGlobals;
    await (browser ?? chrome).storage.local.clear();
    // Browsers count the changes of a minute, and refuse those beyond 120.
    if (Object.keys(await (browser ?? chrome).storage.sync.get(null)).length > 0)
      await (browser ?? chrome).storage.sync.clear();
    // Jobs of private windows lie here.
    await (browser ?? chrome).storage.session.clear();
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const stores = [...database.objectStoreNames];
      if (stores.length > 0) {
        const transaction = database.transaction(stores, 'readwrite');
        for (const store of stores) transaction.objectStore(store).clear();
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
      }
      database.close();
    }
  });
}
