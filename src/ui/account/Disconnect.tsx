import { useRef, useState } from 'preact/hooks';
import type { ProviderName } from '../../generation/index.ts';
import { Button } from '../components/index.ts';
import { t } from '../page/extension.ts';
import { InlineConfirm } from '../page/InlineConfirm.tsx';

interface DisconnectProps {
  provider: ProviderName;
  service: string;
  /** Resolves with a sentence when it failed. */
  onDisconnect: () => Promise<string | undefined>;
}

/** Deletes a token after a question: it cannot be read back. */
export function Disconnect({ provider, service, onDisconnect }: DisconnectProps) {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const stop = () => {
    setAsking(false);
    button.current?.focus();
  };
  const disconnect = async () => {
    const wrong = await onDisconnect();
    if (wrong === undefined) return;
    setError(wrong);
    stop();
  };
  return (
    <>
      <div class="actions">
        <Button variant="danger" ref={button} onClick={() => setAsking(true)}>
          {t('account_disconnect')}
        </Button>
      </div>
      {asking && (
        <InlineConfirm
          question={t(`account_disconnect_question_${provider}`, service)}
          yes={t('account_disconnect_yes', service)}
          onYes={disconnect}
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
