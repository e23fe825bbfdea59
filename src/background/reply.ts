import type { Problem, Reply } from '../messages/index.ts';
import { LockedError, type SettingsProblem } from '../settings/index.ts';

export function done<Value>(value: Value): Reply<Value> {
  return { ok: true, value };
}

export function refused(
  code: Problem['code'],
  more: Omit<Problem, 'code'> = {},
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, ...more } };
}

/** The reply for a problem of the settings room. */
export function refusedFor({ code, subject }: SettingsProblem) {
  return refused(code, subject === undefined ? {} : { subject });
}

/** Runs work that fails only if storage fails, and then replies STORAGE_FAILED instead of INTERNAL. */
export async function storing<Value>(work: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  try {
    return await work();
  } catch {
    return refused('STORAGE_FAILED');
  }
}

/** Like `storing`, for work that saves a token: replies TOKENS_LOCKED while the tokens are locked. */
export function storingTokens<Value>(work: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  return storing(async () => {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof LockedError) return refused('TOKENS_LOCKED');
      throw thrown;
    }
  });
}
