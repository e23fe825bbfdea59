import type { ComponentType } from 'preact';
import { PROVIDER_NAMES, type ProviderName } from '../../generation/index.ts';
import type { AccountLook } from './Account.tsx';
import { PuterAccount } from './PuterAccount.tsx';
import { TokenAccount } from './TokenAccount.tsx';

/** Accounts that are connected in a way of their own. */
const OWN_WAY: Partial<Record<ProviderName, ComponentType<AccountLook>>> = { puter: PuterAccount };

/** The account of every provider. */
export function AccountList(look: AccountLook) {
  return PROVIDER_NAMES.map((name) => {
    const Own = OWN_WAY[name];
    return Own ? <Own key={name} {...look} /> : <TokenAccount key={name} provider={name} {...look} />;
  });
}
