import { isProviderName } from '../../generation/index.ts';
import type { SettingsView, TokenView } from '../../messages/index.ts';
import { type Secret, slotUrl, type TokenSlot, tokenBoundTo } from '../../settings/index.ts';
import type { Current } from './current.ts';

/** The settings as pages get them: without the tokens themselves. */
export function toSettingsView({
  settings,
  secrets,
  locked,
  unreadable,
  allowed,
  read,
}: Omit<Current, 'hub' | 'huggingFaceHub'>): SettingsView {
  const shown = Object.entries(secrets).filter(([slot, secret]) => {
    if (isProviderName(slot)) return true;
    // A token for another origin is sent nowhere, so it counts as missing.
    return tokenBoundTo(slotUrl(slot as TokenSlot, settings) ?? '', secret) !== undefined;
  });
  const tokens = Object.fromEntries(shown.map(([slot, secret]) => [slot, toTokenView(secret)]));
  return { ...settings, tokens, allowed, locked, unreadable, read };
}

/** A saved token as pages see it: its last characters and its verdict. */
export function toTokenView({ token, verdict, account }: Secret): TokenView {
  return {
    // A very short token is not shown even in part.
    endsIn: token.length >= 12 ? token.slice(-4) : '····',
    verdict,
    ...(account !== undefined && { account }),
  };
}
