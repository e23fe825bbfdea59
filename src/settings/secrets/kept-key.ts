import type { StorageArea } from '../../storage/area.ts';

const KEY = 'token-keys';

/** `storage.session`: in memory, for the extension's own pages and worker alone, and gone when the browser closes. */
export type SessionArea = Pick<StorageArea, 'get' | 'set' | 'remove'>;

/** The keys that were made from passphrases, by their salt, kept for as long as the browser runs. */
export function createKeptKeys(session: SessionArea) {
  async function all(): Promise<Record<string, unknown>> {
    const kept = (await session.get(KEY))[KEY];
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  }

  return {
    async find(salt: string): Promise<string | undefined> {
      const key = (await all())[salt];
      return typeof key === 'string' ? key : undefined;
    },
    /** Adds a key and keeps the earlier ones: the tokens stay open, whichever of these keys they are encrypted with. */
    async add(salt: string, key: string): Promise<void> {
      await session.set({ [KEY]: { ...(await all()), [salt]: key } });
    },
    async keepOnly(salt: string): Promise<void> {
      const key = await this.find(salt);
      if (key !== undefined) await session.set({ [KEY]: { [salt]: key } });
    },
    async drop(): Promise<void> {
      await session.remove(KEY);
    },
  };
}
