import type { Page } from 'puppeteer-core';
import { isActive, type Job } from '../../../src/jobs/index.ts';

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

/** Whether a record says that its job has not ended. Nonsense, which some tests store as a record, says nothing. */
export async function someJobRuns(page: Page): Promise<boolean> {
  const stored = Object.entries(await readStorage(page)).filter(([key]) => key.startsWith('job:'));
  return stored.some(([, job]) => typeof job === 'object' && job !== null && isActive(job as Job));
}

/** Makes the extension as new: storage and databases are emptied (not deleted: the worker holds them open). */
export async function emptyStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as StorageGlobals;
    await (browser ?? chrome).storage.local.clear();
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
