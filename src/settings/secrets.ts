import * as z from 'zod/mini';
import type { StorageArea } from './storage-area.ts';

const SECRETS_KEY = 'secrets';

const secret = z.object({
  token: z.string(),
  verdict: z.catch(z.enum(['valid', 'lacks-permission', 'invalid', 'unchecked']), 'unchecked'),
  account: z.catch(z.optional(z.string()), undefined),
  /** The only origin this token may be sent to, where the slot does not say it. */
  origin: z.catch(z.optional(z.string()), undefined),
});

export type Secret = z.infer<typeof secret>;

export interface SecretStore {
  all(): Promise<Record<string, Secret>>;
  save(slot: string, value: Secret): Promise<void>;
  remove(slot: string): Promise<void>;
}

/** Tokens, by slot. They are written by pages through messages and never handed back to one. */
export function createSecretStore(area: StorageArea): SecretStore {
  let lastWrite: Promise<unknown> = Promise.resolve();

  async function all(): Promise<Record<string, Secret>> {
    const raw = (await area.get(SECRETS_KEY))[SECRETS_KEY];
    const entries = typeof raw === 'object' && raw !== null ? Object.entries(raw) : [];
    const parsed = entries.map(([slot, value]) => [slot, secret.safeParse(value)] as const);
    return Object.fromEntries(
      parsed.filter(([, { success }]) => success).map(([slot, { data }]) => [slot, data as Secret]),
    );
  }

  /** Read and write as one step: two saves at once must not lose one. */
  function change(edit: (secrets: Record<string, Secret>) => void): Promise<void> {
    const write = lastWrite.then(async () => {
      const secrets = await all();
      edit(secrets);
      await area.set({ [SECRETS_KEY]: secrets });
    });
    lastWrite = write.catch(() => undefined);
    return write;
  }

  return {
    all,
    save: (slot, value) =>
      change((secrets) => {
        secrets[slot] = value;
      }),
    remove: (slot) =>
      change((secrets) => {
        delete secrets[slot];
      }),
  };
}
