import * as z from 'zod/mini';
import type { SignInView } from '../../messages/index.ts';
import type { StorageArea } from '../../storage/area.ts';

const KEY = 'hugging-face-sign-in';

const waiting = z.object({
  step: z.literal('waiting'),
  deviceCode: z.string(),
  userCode: z.string(),
  page: z.string(),
  intervalMs: z.number(),
  /** How much of the code's life is left, in milliseconds: counted in questions and not by the clock, which may be put right meanwhile. */
  leftMs: z.number(),
  /** When the next question may be asked, in epoch milliseconds. */
  nextAt: z.number(),
});
const state = z.union([waiting, z.object({ step: z.enum(['expired', 'denied', 'failed', 'not-saved']) })]);

export type WaitingSignIn = z.infer<typeof waiting>;
export type SignInState = z.infer<typeof state>;

/** Where a sign-in stands, past a closed page and a killed worker. */
export interface SignInStates {
  /** Undefined while nobody signs in. */
  read(): Promise<SignInState | undefined>;
  write(state: SignInState | undefined): Promise<void>;
}

/** Kept in the session's memory: the code opens the account to whoever has it, and is of no use to the next start. */
export function createSignInStates(session: Pick<StorageArea, 'get' | 'set' | 'remove'>): SignInStates {
  return {
    read: async () => state.safeParse((await session.get(KEY))[KEY]).data,
    write: (next) => (next ? session.set({ [KEY]: next }) : session.remove(KEY)),
  };
}

/** What pages are shown of it: the code to type, and never the one that is exchanged for a token. */
export function toSignInView(now: SignInState | undefined): SignInView {
  if (now?.step !== 'waiting') return { step: now?.step ?? 'none' };
  const { step, userCode, page } = now;
  return { step, userCode, page };
}
