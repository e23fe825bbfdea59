import * as z from 'zod/mini';
import type { StorageArea } from '../storage/area.ts';
import { createOneAtATime } from '../storage/one-at-a-time.ts';

const SECRETS_KEY = 'secrets';
/** Where something that is no record of secrets is set aside when one is saved over it. */
const RESCUED_KEY = 'secrets:rescued';

const secret = z.object({
  token: z.string(),
  verdict: z.catch(z.enum(['valid', 'lacks-permission', 'invalid', 'unchecked']), 'unchecked'),
  account: z.catch(z.optional(z.string()), undefined),
  /** The only origin this token may be sent to, where the slot does not say it. */
  origin: z.catch(z.optional(z.string()), undefined),
});

export type Secret = z.infer<typeof secret>;

/** Secrets that were written elsewhere; what is none is left out. Undefined when there is no record of any. */
export function parseSecrets(value: unknown): Record<string, Secret> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const parsed = Object.entries(value).map(([slot, raw]) => [slot, secret.safeParse(raw).data] as const);
  return Object.fromEntries(parsed.flatMap(([slot, data]) => (data ? [[slot, data]] : [])));
}

export interface SecretStore {
  all(): Promise<Record<string, Secret>>;
  /** Whether something lies there that cannot be read as a secret: then a token may be missing from `all`. */
  damaged(): Promise<boolean>;
  save(slot: string, value: Secret): Promise<void>;
  /**
   * Notes what a service said of this token. False when another one lies in the slot by now, or none: of that nothing was
   * said.
   */
  note(slot: string, token: string, said: Pick<Secret, 'verdict' | 'account'>): Promise<boolean>;
  remove(slot: string): Promise<void>;
}

/** Tokens, by slot. They are written by pages through messages and never handed back to one. */
export function createSecretStore(area: Pick<StorageArea, 'get' | 'set'>): SecretStore {
  const oneAtATime = createOneAtATime();

  async function read(): Promise<{ slots: [string, unknown][]; unreadable?: unknown }> {
    const raw = (await area.get(SECRETS_KEY))[SECRETS_KEY];
    if (raw === undefined) return { slots: [] };
    const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
    return isRecord ? { slots: Object.entries(raw) } : { slots: [], unreadable: raw };
  }

  /**
   * Read and write as one step: two saves at once must not lose one. What cannot be read stays where it is. Nothing is
   * written, and the answer is false, when the edit says so.
   */
  function change(edit: (slots: Map<string, unknown>) => boolean): Promise<boolean> {
    return oneAtATime(async () => {
      const { slots, unreadable } = await read();
      const changed = new Map(slots);
      if (!edit(changed)) return false;
      if (unreadable !== undefined) await area.set({ [RESCUED_KEY]: unreadable });
      await area.set({ [SECRETS_KEY]: Object.fromEntries(changed) });
      return true;
    });
  }

  return {
    async all() {
      const parsed = (await read()).slots.map(([slot, value]) => [slot, secret.safeParse(value)] as const);
      return Object.fromEntries(
        parsed.filter(([, { success }]) => success).map(([slot, { data }]) => [slot, data as Secret]),
      );
    },
    async damaged() {
      const { slots, unreadable } = await read();
      return unreadable !== undefined || slots.some(([, value]) => !secret.safeParse(value).success);
    },
    async save(slot, value) {
      await change((slots) => {
        slots.set(slot, value);
        return true;
      });
    },
    note: (slot, token, said) =>
      change((slots) => {
        const { data } = secret.safeParse(slots.get(slot));
        if (data?.token !== token) return false;
        slots.set(slot, { ...data, ...said });
        return true;
      }),
    async remove(slot) {
      await change((slots) => {
        slots.delete(slot);
        return true;
      });
    },
  };
}
