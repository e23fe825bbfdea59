import { factsOf, type ProviderName } from '../../generation/index.ts';
import type { TokenView } from '../../messages/index.ts';
import { sentence } from '../page/name-sentence.ts';
import type { Sentence } from '../page/sentence.ts';

export interface AccountState {
  tone: 'plain' | 'good' | 'caution' | 'bad';
  words: Sentence;
}

/** The state of an account in one sentence: not connected, connected and as whom, or what is wrong with its token. */
export function accountState(
  provider: ProviderName,
  token: TokenView | undefined,
  forgottenAfterDays?: number,
): AccountState {
  if (!token && forgottenAfterDays !== undefined)
    return { tone: 'caution', words: sentence('account_forgotten', forgottenAfterDays) };
  if (!token) return { tone: 'plain', words: sentence(`account_offer_${provider}`) };
  const { verdict, account, endsIn, signedIn } = token;
  if (token.locked) return { tone: 'caution', words: sentence('account_locked') };
  if (signedIn) return signInState(token);
  if (verdict === 'invalid') return { tone: 'bad', words: sentence('account_invalid', endsIn) };
  if (verdict === 'lacks-permission') return { tone: 'caution', words: sentence('account_lacks', endsIn) };
  if (account !== undefined)
    return { tone: 'good', words: sentence('account_connected_as', account, endsIn) };
  // Where a token is not checked, its first picture shows whether it is valid.
  if (verdict === 'valid' || factsOf(provider)?.checksToken === false)
    return { tone: 'good', words: sentence('account_connected', endsIn) };
  return { tone: 'caution', words: sentence('account_unchecked', endsIn) };
}

/**
 * As `accountState`, for an account that is connected by a sign-in: these sentences do not mention a token.
 */
function signInState({ verdict, account }: TokenView): AccountState {
  if (verdict === 'invalid') return { tone: 'bad', words: sentence('account_sign_in_ended') };
  if (verdict === 'lacks-permission') return { tone: 'caution', words: sentence('account_sign_in_lacks') };
  const words =
    account === undefined ? sentence('account_signed_in') : sentence('account_signed_in_as', account);
  return { tone: 'good', words };
}

/** Whether the user has to add or replace the token before a picture can be made with it. */
export function needsAttention(token: TokenView | undefined): boolean {
  return token === undefined || token.verdict === 'invalid' || token.verdict === 'lacks-permission';
}
