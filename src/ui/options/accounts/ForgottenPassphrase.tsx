import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { InlineConfirm } from '../../page/InlineConfirm.tsx';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';

/** For a user who forgot the passphrase: deletes the locked tokens, after a question, and nothing else. */
export function ForgottenPassphrase() {
  const { ask, show, announce } = useOptions();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);

  const stop = () => {
    setAsking(false);
    button.current?.focus();
  };
  const forget = async () => {
    const reply = await ask('forgetLockedTokens', { confirmed: true });
    if (!reply.ok) {
      setError(problemText(reply.problem));
      return stop();
    }
    show(reply.value);
    announce(t('passphrase_forgotten_done'));
  };

  return (
    <>
      <div class="actions">
        <Button ref={button} onClick={() => setAsking(true)}>
          {t('passphrase_forgotten')}
        </Button>
      </div>
      {asking && (
        <InlineConfirm
          question={t('passphrase_forgotten_question')}
          yes={t('passphrase_forgotten_yes')}
          onYes={forget}
          onNo={stop}
        />
      )}
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
