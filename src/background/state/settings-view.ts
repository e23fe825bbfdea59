import { isProviderName } from '../../generation/index.ts';
import type { SettingsView, TokenView } from '../../messages/index.ts';
import { type Secret, slotUrl, type TokenSlot, tokenBoundTo } from '../../settings/index.ts';
import type { Current } from './current.ts';

/** What pages are shown of the settings: all of it but the tokens. */
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
    // A token that is sent nowhere because it belongs to another origin counts as none: the user has to give one.
    return tokenBoundTo(slotUrl(slot as TokenSlot, settings) ?? '', secret) !== undefined;
  });
  const tokens = Object.fromEntries(shown.map(([slot, secret]) => [slot, toTokenView(secret)]));
  return { ...settings, tokens, allowed, locked, unreadable, read };
}

/** A saved token, recognisable but useless to whoever sees it. */
export function toTokenView({ token, verdict, account }: Secret): TokenView {
  return {
    // A very short token is not shown even in part.
    endsIn: token.length >= 12 ? token.slice(-4) : '····',
    verdict,
    ...(account !== undefined && { account }),
  };
}
