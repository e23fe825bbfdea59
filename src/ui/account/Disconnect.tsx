import { useState } from 'preact/hooks';
import type { ProviderName } from '../../generation/index.ts';
import { Button } from '../components/index.ts';
import { ErrorText } from '../page/ErrorText.tsx';
import { t } from '../page/extension.ts';
import { InlineConfirm } from '../page/InlineConfirm.tsx';
import { useQuestion } from '../page/use-question.ts';

interface DisconnectProps {
  provider: ProviderName;
  service: string;
  /** Resolves with a sentence when it failed. */
  onDisconnect: () => Promise<string | undefined>;
}

/** Deletes a token after a question: it cannot be read back. */
export function Disconnect({ provider, service, onDisconnect }: DisconnectProps) {
  const { asking, open, close, button } = useQuestion();
  const [error, setError] = useState<string>();
  const disconnect = async () => {
    const wrong = await onDisconnect();
    if (wrong === undefined) return;
    setError(wrong);
    close();
  };
  return (
    <>
      <div class="actions">
        <Button variant="danger" ref={button} onClick={open}>
          {t('account_disconnect')}
        </Button>
      </div>
      {asking && (
        <InlineConfirm
          question={t(`account_disconnect_question_${provider}`, service)}
          yes={t('account_disconnect_yes', service)}
          onYes={disconnect}
          onNo={close}
        />
      )}
      {error && <ErrorText>{error}</ErrorText>}
    </>
  );
}
