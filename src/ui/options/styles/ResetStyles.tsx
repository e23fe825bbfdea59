import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { InlineConfirm } from '../../page/InlineConfirm.tsx';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { RowButton } from '../RowButton.tsx';

/** Goes back to the styles that every user starts with, after a question. */
export function ResetStyles({ onSaid }: { onSaid: (text: string) => void }) {
  const { ask } = useOptions();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string>();
  const answered = useRef(false);
  const close = () => {
    answered.current = true;
    setAsking(false);
  };
  const reset = async () => {
    const reply = await ask('resetStyles', { confirmed: true });
    close();
    setError(reply.ok ? undefined : problemText(reply.problem));
    if (reply.ok) onSaid(t('options_styles_reset_done'));
  };
  if (asking)
    return (
      <InlineConfirm
        question={t('options_styles_reset_question')}
        yes={t('options_reset')}
        onYes={reset}
        onNo={close}
      />
    );
  return (
    <div class="rows">
      <RowButton
        heading="h3"
        title={t('options_styles_reset')}
        text={error ?? t('options_styles_reset_hint')}
      >
        <Button
          variant="danger"
          ref={(button: HTMLButtonElement | null) => {
            if (answered.current) button?.focus();
            if (button) answered.current = false;
          }}
          onClick={() => setAsking(true)}
        >
          {t('options_reset')}
        </Button>
      </RowButton>
    </div>
  );
}
