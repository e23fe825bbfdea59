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
  /** Milliseconds that the code is still valid. Counted by the questions asked, not by the clock, which may be set meanwhile. */
  leftMs: z.number(),
  /** When the next question may be asked, in epoch milliseconds. */
  nextAt: z.number(),
});
const state = z.union([waiting, z.object({ step: z.enum(['expired', 'denied', 'failed', 'not-saved']) })]);

export type WaitingSignIn = z.infer<typeof waiting>;
export type SignInState = z.infer<typeof state>;

/** Stores the state of a sign-in, so that it outlives a closed page and a killed worker. */
export interface SignInStates {
  /** Undefined when there is no sign-in. */
  read(): Promise<SignInState | undefined>;
  write(state: SignInState | undefined): Promise<void>;
}

/**
 * Creates the store in `storage.session`, which is never written to the disk: whoever has the device code can get the token, and
 * after a restart of the browser it is of no use.
 */
export function createSignInStates(session: Pick<StorageArea, 'get' | 'set' | 'remove'>): SignInStates {
  return {
    read: async () => state.safeParse((await session.get(KEY))[KEY]).data,
    write: (next) => (next ? session.set({ [KEY]: next }) : session.remove(KEY)),
  };
}

/** The state as pages see it: with the code that the user types, without the device code that is exchanged for a token. */
export function toSignInView(now: SignInState | undefined): SignInView {
  if (now?.step !== 'waiting') return { step: now?.step ?? 'none' };
  const { step, userCode, page } = now;
  return { step, userCode, page };
}
