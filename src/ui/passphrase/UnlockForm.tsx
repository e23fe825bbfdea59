import { useState } from 'preact/hooks';
import type { Problem } from '../../messages/index.ts';
import { SecretField } from '../account/SecretField.tsx';
import { Button } from '../components/Button.tsx';
import { t } from '../page/extension.ts';
import { problemText } from '../page/problem-text.ts';

interface UnlockFormProps {
  /** Resolves with the problem where the passphrase is not accepted. */
  unlock: (passphrase: string) => Promise<Problem | undefined>;
}

/** The field for the passphrase of the tokens. It goes away with the notice around it once the tokens are unlocked. */
export function UnlockForm({ unlock }: UnlockFormProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || text === '') return;
    setBusy(true);
    const problem = await unlock(text);
    setBusy(false);
    setError(problem && problemText(problem));
  };

  return (
    <form class="token-form" onSubmit={submit} noValidate>
      <SecretField
        label={t('passphrase_field')}
        error={error}
        value={text}
        onInput={(typed) => {
          setText(typed);
          setError(undefined);
        }}
      />
      <Button type="submit" variant="primary" aria-disabled={busy}>
        {t(busy ? 'passphrase_unlocking' : 'passphrase_unlock')}
      </Button>
    </form>
  );
}
