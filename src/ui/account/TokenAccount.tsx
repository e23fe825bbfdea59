import { factsOf, PROVIDER_NAMES, type ProviderName } from '../../generation/index.ts';
import { Button } from '../components/index.ts';
import { openPage, t } from '../page/extension.ts';
import { LinkOut } from '../page/LinkOut.tsx';
import { providerName } from '../words/provider-name.ts';
import { Account, type AccountLook } from './Account.tsx';

/** An account that is connected with a token, which a page of the service makes. */
export function TokenAccount({ provider, ...look }: AccountLook & { provider: ProviderName }) {
  const { tokenExample = '', pages } = factsOf(provider) ?? {};
  const tokenPage = pages?.newToken?.url ?? pages?.tokensUrl ?? '';
  return (
    <Account
      {...look}
      provider={provider}
      placeholder={tokenExample}
      hint={
        <>
          <LinkOut href={tokenPage}>{t(`token_${provider}_new`)}</LinkOut> {t(`token_${provider}_new_hint`)}
        </>
      }
      connect={(unfolded, unfold) => (
        <Button
          variant={provider === PROVIDER_NAMES[0] ? 'primary' : 'plain'}
          aria-label={t('account_connect_named', providerName(provider))}
          onClick={() => {
            if (unfolded) openPage(tokenPage);
            unfold();
          }}
        >
          {t('account_connect')}
        </Button>
      )}
    />
  );
}
