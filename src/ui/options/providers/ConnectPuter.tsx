import { useState } from 'preact/hooks';
import { Button, Notice } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../options-context.ts';

/** Says what the sign-in grants before it is begun. */
export function ConnectPuter({ onConnected }: { onConnected: () => void }) {
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
    onConnected();
    await reload();
  };

  return (
    <div class="group">
      <Notice title={t('options_puter_grants_title')}>
        <ul class="bullets">
          <li>{t('options_puter_grants_access')}</li>
          <li>{t('options_puter_grants_revoke')}</li>
          <li>{t('options_puter_grants_pays')}</li>
        </ul>
      </Notice>
      <div class="actions">
        <Button variant="primary" onClick={connect} aria-disabled={waiting}>
          {t(waiting ? 'options_puter_waiting' : 'options_puter_connect')}
        </Button>
      </div>
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
