import { useEffect, useRef } from 'preact/hooks';
import { factsOf, PROVIDER_NAMES, type ProviderName } from '../../generation/index.ts';
import { Button } from '../components/index.ts';
import { later } from '../components/later.tsx';
import { openPage, t } from '../page/extension.ts';
import { LinkOut } from '../page/LinkOut.tsx';
import { useOptions } from '../page/settings-context.ts';
import { providerName } from '../words/provider-name.ts';
import { Account, type AccountLook } from './Account.tsx';
import { needsAttention } from './account-state.ts';

/** Loaded only when it is shown: most builds have no sign-in. */
const SignIn = later(async () => (await import('./SignIn.tsx')).SignIn);

/** An account that is connected with a token, which a page of the service makes, or by a sign-in where the build has one. */
export function TokenAccount({ provider, ...look }: AccountLook & { provider: ProviderName }) {
  const { tokenExample = '', pages } = factsOf(provider) ?? {};
  const tokenPage = pages?.newToken?.url ?? pages?.tokensUrl ?? '';
  const { settings, announce } = useOptions();
  const saved = settings.value?.tokens[provider];
  const signIn = provider === 'huggingface' ? settings.value?.signIn : undefined;
  const signsIn = signIn !== undefined && (!saved || (saved.signedIn && needsAttention(saved)));
  const wasWaiting = useRef(false);
  useEffect(() => {
    const hasSignedIn = wasWaiting.current && saved?.signedIn && signIn?.step === 'none';
    wasWaiting.current = signIn?.step === 'waiting';
    if (hasSignedIn) announce(t('sign_in_done'));
  }, [signIn?.step, saved]);
  return (
    <Account
      {...look}
      provider={provider}
      placeholder={tokenExample}
      note={signsIn && <SignIn.Part signIn={signIn} again={saved !== undefined} />}
      hint={
        <>
          <LinkOut href={tokenPage}>{t(`token_${provider}_new`)}</LinkOut> {t(`token_${provider}_new_hint`)}
        </>
      }
      connect={(unfolded, unfold) => (
        <Button
          variant={provider === PROVIDER_NAMES[0] && !signIn ? 'primary' : 'plain'}
          {...(!signIn && { 'aria-label': t('account_connect_named', providerName(provider)) })}
          onClick={() => {
            if (unfolded) openPage(tokenPage);
            unfold();
          }}
        >
          {t(signIn ? 'sign_in_use_token' : 'account_connect')}
        </Button>
      )}
    />
  );
}
