import { Button } from '../components/index.ts';
import { openPage, t } from '../page/extension.ts';
import { LinkOut } from '../page/LinkOut.tsx';
import { NEW_TOKEN_URL } from '../words/service-pages.ts';
import { Account, type AccountLook } from './Account.tsx';

/** Hugging Face: its token is made on a page that opens with everything filled in. */
export function HuggingFaceAccount(look: AccountLook) {
  return (
    <Account
      {...look}
      provider="huggingface"
      placeholder="hf_…"
      hint={
        <>
          <LinkOut href={NEW_TOKEN_URL}>{t('token_huggingface_new')}</LinkOut>{' '}
          {t('token_huggingface_new_hint')}
        </>
      }
      connect={(unfolded, unfold) => (
        <Button
          variant="primary"
          aria-label={t('account_connect_named', t('common_huggingface'))}
          onClick={() => {
            if (unfolded) openPage(NEW_TOKEN_URL);
            unfold();
          }}
        >
          {t('account_connect')}
        </Button>
      )}
    />
  );
}
