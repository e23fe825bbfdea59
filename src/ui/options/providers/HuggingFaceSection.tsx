import { Disclosure } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { LinkOut } from '../LinkOut.tsx';
import { useOptions } from '../options-context.ts';
import { Section } from '../Section.tsx';
import { TokenField } from '../token/TokenField.tsx';
import { EndpointFields } from './EndpointFields.tsx';
import { ModelAndTimeout } from './ModelAndTimeout.tsx';
import { RouteList } from './RouteList.tsx';

/** Opens with the one permission ticked that is needed. */
const NEW_TOKEN_URL =
  'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';

export function HuggingFaceSection() {
  const { settings, update } = useOptions();
  if (!settings.value) return null;
  const { huggingface: own, tokens } = settings.value;
  const newToken = <LinkOut href={NEW_TOKEN_URL}>{t('token_huggingface_new')}</LinkOut>;
  return (
    <Section
      id="huggingface"
      title={t('options_title_huggingface')}
      lead={t('options_huggingface_lead')}
      aside={
        <SavedSwitch
          label={t('options_huggingface_use')}
          checked={own.enabled}
          onSave={(enabled) => update({ huggingface: { enabled } })}
        />
      }
    >
      <TokenField
        slot="huggingface"
        label={t('token_huggingface')}
        service={t('options_title_huggingface')}
        saved={tokens.huggingface}
        placeholder="hf_…"
        hint={
          <>
            {newToken}. {t('token_huggingface_hint')}
          </>
        }
        whenLacking={
          <p class="small">
            {t('token_huggingface_lacking')} {newToken}.
          </p>
        }
      />
      <ModelAndTimeout provider="huggingface" own={own} modelHint={t('options_huggingface_model_hint')} />
      <Disclosure summary={t('options_routes_and_endpoint')}>
        <div class="group">
          <RouteList routes={own.routeOrder} unused={own.apiUrl !== ''} />
        </div>
        <EndpointFields apiUrl={own.apiUrl} token={tokens.endpoint} />
      </Disclosure>
    </Section>
  );
}
