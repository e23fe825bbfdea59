import { useId, useState } from 'preact/hooks';
import { Button } from '../components/index.ts';
import { t } from './extension.ts';
import './inline-confirm.css';
import { useFocusOnMount } from './use-focus-on-mount.ts';

interface InlineConfirmProps {
  question: string;
  yes: string;
  onYes: () => Promise<void>;
  onNo: () => void;
}

/** A question before an action that cannot be undone. Escape means no; the focus is on *no* first, so Enter means no, too. */
export function InlineConfirm({ question, yes, onYes, onNo }: InlineConfirmProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const keepButton = useFocusOnMount<HTMLButtonElement>(true, { fromButton: true });
  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    await onYes();
  };
  return (
    <fieldset
      class="inline-confirm"
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && onNo()}
    >
      <p id={id}>{question}</p>
      <div class="actions">
        <Button variant="danger" small onClick={confirm} aria-disabled={busy} aria-describedby={id}>
          {yes}
        </Button>
        <Button small ref={keepButton} onClick={onNo} aria-describedby={id}>
          {t('options_keep')}
        </Button>
      </div>
    </fieldset>
  );
}
