import { useState } from 'preact/hooks';
import { takesEndpointToken } from '../../../settings/token-slots.ts';
import { TokenField } from '../../account/TokenField.tsx';
import { Button, Notice, TextField } from '../../components/index.ts';
import { requestOrigin, t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useSave } from '../../page/use-save.ts';
import { SavedMark } from '../fields/SavedMark.tsx';
import { Section } from '../Section.tsx';

/** The user's own API URL, with a token of its own. Permission for its origin is asked inside the Save click. */
export function EndpointSection() {
  const { settings, update } = useOptions();
  const apiUrl = settings.value?.huggingface.apiUrl ?? '';
  const token = settings.value?.tokens.endpoint;
  const { error, state, save, show } = useSave();
  const [draft, setDraft] = useState<string>();
  const [tokenGone, setTokenGone] = useState<string>();
  const text = draft ?? apiUrl;

  const submit = async (event: Event) => {
    event.preventDefault();
    const url = text.trim();
    // Before any other await: browsers ask only while the click is being handled.
    const asking = isWorthAsking(url) ? requestOrigin(url) : Promise.resolve(true);
    if (!(await asking)) return show(t('options_permission_refused', new URL(url).host));
    const from = token && URL.parse(apiUrl);
    const leaves = from && URL.parse(url)?.origin !== from.origin;
    const said = leaves ? t('options_api_url_token_removed', from.host) : undefined;
    if (!(await save(() => update({ huggingface: { apiUrl: url } }), said))) return;
    setDraft(undefined);
    setTokenGone(said);
  };

  return (
    <Section id="endpoint" title={t('options_endpoint')}>
      <form class="group" onSubmit={submit} noValidate>
        <TextField
          label={t('options_api_url')}
          hint={t('options_api_url_hint')}
          error={error}
          aside={<SavedMark state={state} />}
          type="url"
          placeholder="https://…"
          dir="ltr"
          spellcheck={false}
          value={text}
          onInput={(typed) => {
            setDraft(typed);
            setTokenGone(undefined);
            show();
          }}
        />
        <div class="actions">
          <Button type="submit">{t('options_api_url_save')}</Button>
        </div>
      </form>
      {tokenGone && (
        <Notice>
          <p>{tokenGone}</p>
        </Notice>
      )}
      {apiUrl !== '' && (token || (settings.value && takesEndpointToken(settings.value))) && (
        <TokenField
          slot="endpoint"
          label={t('token_endpoint')}
          service={new URL(apiUrl).host}
          saved={token}
          goesTo={apiUrl}
          hint={t('token_endpoint_hint')}
          minor
        />
      )}
    </Section>
  );
}

/** Whether to ask for permission before saving. Not for an address that saving refuses: only https, and http on this computer, are accepted. */
function isWorthAsking(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol === 'http:') return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url?.protocol === 'https:';
}
