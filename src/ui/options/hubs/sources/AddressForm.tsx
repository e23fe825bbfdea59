import { useEffect, useRef, useState } from 'preact/hooks';
import { parseSourceUrl } from '../../../../hub/input/source-url-input.ts';
import { type ProblemCode, SOURCE_URL_PROBLEMS } from '../../../../messages/index.ts';
import { SecretField } from '../../../account/SecretField.tsx';
import { Button, Spinner, TextField } from '../../../components/index.ts';
import { requestOrigin, t } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { useFocusOnMount } from '../../../page/use-focus-on-mount.ts';
import type { FoundHub } from './NewSourceForm.tsx';

interface AddressFormProps {
  initial: string;
  onFound: (found: FoundHub) => void;
  onCancel: () => void;
}

const MAY_BE_A_HUB: readonly ProblemCode[] = [
  'SOURCE_UNREACHABLE',
  'SOURCE_UNREACHABLE_HTTPS',
  'SOURCE_WANTS_TOKEN',
  'SOURCE_TOKEN_REFUSED',
  'SOURCE_NOT_A_HUB',
];

/** Problems that are shown at the field of the token. */
const ABOUT_TOKEN: readonly ProblemCode[] = ['SOURCE_WANTS_TOKEN', 'SOURCE_TOKEN_REFUSED', 'TOKEN_MALFORMED'];

/** The first step of adding a hub. Whatever goes wrong, the typed text stays. */
export function AddressForm({ initial, onFound, onCancel }: AddressFormProps) {
  const { ask } = useOptions();
  const [text, setText] = useState(initial);
  const [token, setToken] = useState('');
  const [error, setError] = useState<string>();
  const [tokenError, setTokenError] = useState<string>();
  const [looking, setLooking] = useState(false);
  /** The address of a server that did not answer as a hub, but may be one: the user can add it all the same. */
  const [unknown, setUnknown] = useState<string>();
  /** Counts the requests. An answer counts only while its request is the last and nothing was typed since. */
  const look = useRef(0);
  const abandonLook = () => {
    look.current += 1;
  };
  useEffect(() => abandonLook, []);
  const input = useFocusOnMount<HTMLInputElement>(true);

  const forgetAnswer = () => {
    abandonLook();
    setLooking(false);
    setError(undefined);
    setTokenError(undefined);
    setUnknown(undefined);
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    const address = parseSourceUrl(text);
    if (looking) return;
    if (address.problem !== undefined)
      return setError(problemText({ code: SOURCE_URL_PROBLEMS[address.problem] }));
    const { url } = address;
    // Before any other await: browsers ask only while the click is being handled.
    const asking = requestOrigin(url);
    forgetAnswer();
    const thisLook = look.current;
    const granted = await asking;
    // The user typed or cancelled meanwhile: an answer about the earlier address would replace the newer text.
    if (look.current !== thisLook) return;
    if (!granted) return setError(t('options_permission_refused', new URL(url).host));
    setLooking(true);
    const reply = await ask('probeSource', { url, ...(token.trim() !== '' && { token }) });
    if (look.current !== thisLook) return;
    setLooking(false);
    if (reply.ok) return onFound({ ...reply.value, known: true, token });
    const { code } = reply.problem;
    if (ABOUT_TOKEN.includes(code)) setTokenError(problemText(reply.problem));
    else setError(problemText(reply.problem));
    if (MAY_BE_A_HUB.includes(code)) setUnknown(url);
  };

  const addAnyway = (url: string) =>
    onFound({ url, type: 'kohakuhub', name: new URL(url).host, known: false, token });

  return (
    <form class="group source-form" onSubmit={submit} aria-label={t('source_add')} noValidate>
      <TextField
        ref={input}
        label={t('source_url')}
        hint={t('source_url_hint')}
        error={error}
        type="url"
        dir="ltr"
        spellcheck={false}
        placeholder="https://…"
        value={text}
        onInput={(typed) => {
          setText(typed);
          forgetAnswer();
        }}
      />
      <SecretField
        label={t('token_optional')}
        hint={t('source_add_token_hint')}
        error={tokenError}
        value={token}
        onInput={(typed) => {
          setToken(typed);
          forgetAnswer();
        }}
      />
      <div class="actions">
        <Button type="submit" variant="primary" aria-disabled={looking}>
          {t('source_continue')}
        </Button>
        {unknown !== undefined && (
          <Button onClick={() => addAnyway(unknown)}>{t('source_add_anyway')}</Button>
        )}
        <Button onClick={onCancel}>{t('options_cancel')}</Button>
        <span class="actions quiet" role="status">
          {looking && (
            <>
              <Spinner /> {t('source_looking')}
            </>
          )}
        </span>
      </div>
    </form>
  );
}
