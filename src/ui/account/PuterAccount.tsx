import { useState } from 'preact/hooks';
import { PROVIDER_FACTS } from '../../generation/index.ts';
import { Button } from '../components/index.ts';
import { ErrorText } from '../page/ErrorText.tsx';
import { t } from '../page/extension.ts';
import { LinkOut } from '../page/LinkOut.tsx';
import { problemText } from '../page/problem-text.ts';
import { useOptions } from '../page/settings-context.ts';
import { Account, type AccountLook } from './Account.tsx';

/** Puter's account: signs in through Puter's own window. The text beside the button says what that grants. */
export function PuterAccount(look: AccountLook) {
  const { ask, announce, reload } = useOptions();
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<string>();

  const connect = async () => {
    if (waiting) return;
    setWaiting(true);
    setError(undefined);
    const reply = await ask('connectPuter', {});
    setWaiting(false);
    if (!reply.ok) return setError(problemText(reply.problem));
    announce(t('options_puter_connected'));
    await reload();
  };

  return (
    <Account
      {...look}
      provider="puter"
      placeholder={t('token_puter_placeholder')}
      hint={
        <>
          {t('token_puter_pays')}{' '}
          <LinkOut href={PROVIDER_FACTS.puter.pages.tokensUrl}>{t('token_puter_where')}</LinkOut>
        </>
      }
      note={error && <ErrorText>{error}</ErrorText>}
      connect={() => (
        <Button
          aria-disabled={waiting}
          {...(!waiting && { 'aria-label': t('account_connect_named', t('common_puter')) })}
          onClick={connect}
        >
          {t(waiting ? 'options_puter_waiting' : 'account_connect')}
        </Button>
      )}
    />
  );
}
