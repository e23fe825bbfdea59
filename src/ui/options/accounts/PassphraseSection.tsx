import { useState } from 'preact/hooks';
import { SecretField } from '../../account/SecretField.tsx';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { Section } from '../Section.tsx';
import { ForgottenPassphrase } from './ForgottenPassphrase.tsx';

type Change = 'set' | 'change' | 'remove';

/**
 * The passphrase of the tokens: none by default. While the tokens are locked, the field that opens them is at
 * the page's head.
 */
export function PassphraseSection() {
  const { settings, ask, show, announce } = useOptions();
  const [changing, setChanging] = useState<Change>();
  const state = settings.value?.passphrase;

  const lock = async () => {
    const reply = await ask('lockTokens', {});
    if (!reply.ok) return announce(problemText(reply.problem));
    show(reply.value);
    announce(t('passphrase_locked_now'));
  };

  return (
    <Section id="passphrase" title={t('passphrase_title')} lead={t(`passphrase_lead_${state ?? 'none'}`)}>
      {state === 'locked' ? (
        <ForgottenPassphrase />
      ) : changing ? (
        <ChangeForm key={changing} change={changing} onDone={() => setChanging(undefined)} />
      ) : state === 'none' ? (
        <div class="actions">
          <Button onClick={() => setChanging('set')}>{t('passphrase_set')}</Button>
        </div>
      ) : (
        <div class="actions">
          <Button onClick={lock}>{t('passphrase_lock')}</Button>
          <Button onClick={() => setChanging('change')}>{t('passphrase_change')}</Button>
          <Button variant="danger" onClick={() => setChanging('remove')}>
            {t('passphrase_remove')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function ChangeForm({ change, onDone }: { change: Change; onDone: () => void }) {
  const { ask, show, announce } = useOptions();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const asksCurrent = change !== 'set';
  const asksNext = change !== 'remove';

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const reply = await ask('changePassphrase', {
      ...(asksCurrent && { current }),
      ...(asksNext && { next }),
    });
    setBusy(false);
    if (!reply.ok) return setError(problemText(reply.problem));
    show(reply.value);
    announce(t(`passphrase_done_${change}`));
    onDone();
  };
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    setError(undefined);
  };

  return (
    <form class="group" onSubmit={submit} noValidate>
      {asksCurrent && (
        <SecretField
          label={t('passphrase_current')}
          error={asksNext ? undefined : error}
          value={current}
          onInput={typed(setCurrent)}
        />
      )}
      {asksNext && (
        <SecretField
          label={t('passphrase_new')}
          hint={t('passphrase_new_hint')}
          error={error}
          value={next}
          onInput={typed(setNext)}
        />
      )}
      <div class="actions">
        <Button type="submit" variant={asksNext ? 'primary' : 'danger'} aria-disabled={busy}>
          {t(busy ? 'passphrase_working' : `passphrase_${change}`)}
        </Button>
        <Button onClick={onDone}>{t('options_cancel')}</Button>
      </div>
    </form>
  );
}
