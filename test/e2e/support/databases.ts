import type { JSHandle, Page } from 'puppeteer-core';

const open = (page: Page, name: string): Promise<JSHandle<IDBDatabase>> =>
  page.evaluateHandle(
    (wanted) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(wanted);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      }),
    name,
  );

/** The names of the extension's databases. */
export function databaseNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));
}

/** Empties a database; it stays where it is, since the worker may hold it open. */
export async function clearDatabase(page: Page, name: string): Promise<void> {
  const opened = await open(page, name);
  await opened.evaluate(async (database) => {
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readwrite');
    for (const store of stores) transaction.objectStore(store).clear();
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
}

/** Gives a database a later version, which the extension refuses to open. */
export async function occupyDatabase(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(wanted, 1000);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      }),
    name,
  );
}

export async function deleteDatabase(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(wanted);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
    name,
  );
}

/** Turns every record of a database into nonsense under the same key. */
export async function spoilDatabase(page: Page, name: string): Promise<void> {
  const opened = await open(page, name);
  await opened.evaluate(async (database) => {
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readwrite');
    for (const store of stores.map((one) => transaction.objectStore(one))) {
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        for (const key of keys.result) {
          const nonsense = { provider: 7, warnings: 'none', expiresAt: 'never', value: [null] };
          if (typeof store.keyPath === 'string') store.put({ ...nonsense, [store.keyPath]: key });
          else store.put(nonsense, key);
        }
      };
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
}

/** Every key and record of every database as one text, blobs too. */
export async function readDatabases(page: Page): Promise<string> {
  const texts: string[] = [];
  for (const name of await databaseNames(page)) {
    const opened = await open(page, name);
    const text = await opened.evaluate(async (database) => {
      const all = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const found: unknown[] = [];
      for (const name of database.objectStoreNames) {
        const store = database.transaction(name).objectStore(name);
        const [keys, values] = await Promise.all([all(store.getAllKeys()), all<unknown[]>(store.getAll())]);
        found.push(name, keys, ...values.map((value) => (value instanceof Blob ? value.text() : value)));
      }
      database.close();
      return JSON.stringify(await Promise.all(found));
    });
    texts.push(`${name} ${text}`);
  }
  return texts.join('\n');
}
