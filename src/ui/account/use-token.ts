import { useState } from 'preact/hooks';
import type { TokenSlot } from '../../settings/index.ts';
import { problemText } from '../page/problem-text.ts';
import { say } from '../page/sentence.ts';
import { useOptions } from '../page/settings-context.ts';
import { verdictWords } from './token-verdict.ts';

/**
 * Saves and removes the token of one slot, and announces the result. `service` is the name people know, `goesTo` the
 * address the page shows for the token, when the slot belongs to an address.
 */
export function useToken(slot: TokenSlot, service: string, goesTo?: string) {
  const { ask, announce, reload } = useOptions();
  const [error, setError] = useState<string>();

  /** Saves a token. True when it was stored, whatever the service's verdict. */
  const save = async (token: string): Promise<boolean> => {
    setError(undefined);
    const reply = await ask('saveToken', {
      slot,
      token,
      ...(goesTo !== undefined && { origin: new URL(goesTo).origin }),
    });
    if (!reply.ok) {
      setError(problemText(reply.problem));
      return false;
    }
    const { verdict, account } = reply.value;
    announce(say(verdictWords(verdict, service, account).words));
    await reload();
    return true;
  };

  /** Resolves with a sentence when the token could not be removed. */
  const remove = async (said: string): Promise<string | undefined> => {
    const reply = await ask('removeToken', { slot });
    if (!reply.ok) return problemText(reply.problem);
    announce(said);
    await reload();
    return undefined;
  };

  /**
   * As `remove`, for a token that came from a sign-in. The removal is announced only where the service has
   * revoked the token: otherwise the user still has to end the access at the service.
   */
  const signOut = async (said: { revoked: string }): Promise<{ revoked: boolean } | { wrong: string }> => {
    const reply = await ask('signOut', {});
    if (!reply.ok) return { wrong: problemText(reply.problem) };
    if (reply.value.revoked) announce(said.revoked);
    await reload();
    return reply.value;
  };

  return { error, clear: () => setError(undefined), save, remove, signOut };
}
