import { useEffect, useRef } from 'preact/hooks';
import { PROVIDER_NAMES, type ProviderName } from '../../generation/index.ts';
import { Button } from '../components/Button.tsx';
import { Letter } from '../components/Letter.tsx';
import { openOptions, t } from '../page/extension.ts';
import { providerName } from '../words/provider-name.ts';
import '../components/service-card.css';
import './accounts.css';
import { usePopup } from './context.ts';

/** Shown before any account is connected: the services, who pays, and who gets the prompt. `asked`: Generate was pressed. */
export function Accounts({ asked }: { asked: boolean }) {
  const { problem } = usePopup();
  const first = useRef<HTMLDivElement>(null);
  const pressed = asked || problem.value?.code === 'NOT_CONNECTED';
  useEffect(() => {
    if (pressed) first.current?.querySelector('button')?.focus();
  }, [pressed]);

  return (
    <div class="stage-fill accounts">
      <h2>{t('popup_welcome_title')}</h2>
      {pressed ? (
        <p role="alert">{t('popup_welcome_asked')}</p>
      ) : (
        <p class="quiet small">{t('popup_welcome_text')}</p>
      )}
      <div ref={first} class="account-cards">
        {PROVIDER_NAMES.map((name, index) => (
          <Account key={name} provider={name} main={index === 0} />
        ))}
      </div>
      <p class="quiet small">{t('popup_welcome_privacy')}</p>
    </div>
  );
}

function Account({ provider, main = false }: { provider: ProviderName; main?: boolean }) {
  return (
    <article class="service-card">
      <Letter name={providerName(provider)} />
      <div>
        <h3>{providerName(provider)}</h3>
        <p class="quiet small">{t(`popup_account_${provider}`)}</p>
      </div>
      <Button
        variant={main ? 'primary' : 'plain'}
        aria-label={t(`popup_connect_${provider}`)}
        onClick={() => void openOptions(provider)}
      >
        {t('popup_connect')}
      </Button>
    </article>
  );
}
