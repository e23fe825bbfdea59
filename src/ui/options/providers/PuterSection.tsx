import { useState } from 'preact/hooks';
import { t } from '../../page/extension.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { LinkOut } from '../LinkOut.tsx';
import { useOptions } from '../options-context.ts';
import { Section } from '../Section.tsx';
import { TokenField } from '../token/TokenField.tsx';
import { ConnectPuter } from './ConnectPuter.tsx';
import { ModelAndTimeout } from './ModelAndTimeout.tsx';

const OWN_TOKEN_URL = 'https://puter.com/dashboard#account';

export function PuterSection() {
  const { settings, update } = useOptions();
  const [connected, setConnected] = useState(false);
  if (!settings.value) return null;
  const { puter: own, tokens } = settings.value;
  return (
    <Section
      id="puter"
      title={t('options_title_puter')}
      lead={t('options_puter_lead')}
      aside={
        <SavedSwitch
          label={t('options_puter_use')}
          checked={own.enabled}
          onSave={(enabled) => update({ puter: { enabled } })}
        />
      }
    >
      {!tokens.puter && <ConnectPuter onConnected={() => setConnected(true)} />}
      <TokenField
        slot="puter"
        label={t('token_puter')}
        service={t('options_title_puter')}
        saved={tokens.puter}
        minor
        focusSaved={connected}
        hint={
          <>
            {t('token_puter_hint')} <LinkOut href={OWN_TOKEN_URL}>{t('token_puter_where')}</LinkOut>.
          </>
        }
      />
      <ModelAndTimeout provider="puter" own={own} modelHint={t('options_puter_model_hint')} />
    </Section>
  );
}
