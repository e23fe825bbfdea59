import { isProviderName } from '../../generation/index.ts';
import type { SettingsView, TokenView } from '../../messages/index.ts';
import { type AboutSecret, isBoundTo, type Secret, slotUrl, type TokenSlot } from '../../settings/index.ts';
import type { Current } from './current.ts';

/** The settings as pages get them: without the tokens themselves. */
export function toSettingsView({
  settings,
  secrets,
  lock,
  sealed,
  puterForgotten,
  signIn,
  locked,
  unreadable,
  allowed,
  agreed,
  read,
}: Omit<Current, 'hub' | 'huggingFaceHub'>): SettingsView {
  // A token for another origin is sent nowhere, so it counts as missing.
  const isShown = ([slot, about]: [string, AboutSecret]) =>
    isProviderName(slot) || isBoundTo(slotUrl(slot as TokenSlot, settings) ?? '', about);
  const saved = Object.entries(secrets)
    .filter(isShown)
    .map(([slot, secret]) => [slot, toTokenView(secret)]);
  const closed = Object.entries(sealed)
    .filter(isShown)
    .map(([slot, { verdict, account, signedIn }]) => [
      slot,
      { endsIn: '', verdict, account, locked: true, ...(signedIn && { signedIn }) },
    ]);
  const tokens = Object.fromEntries([...saved, ...closed]);
  return {
    ...settings,
    tokens,
    passphrase: lock,
    ...(puterForgotten && { puterForgotten }),
    ...(signIn && { signIn }),
    allowed,
    agreed,
    locked,
    unreadable,
    read,
  };
}

/** A saved token as pages see it: its last characters and its verdict. */
export function toTokenView({ token, verdict, account, signedIn }: Secret): TokenView {
  return {
    // A very short token is not shown even in part.
    endsIn: token.length >= 12 ? token.slice(-4) : '····',
    verdict,
    ...(account !== undefined && { account }),
    ...(signedIn && { signedIn }),
  };
}
