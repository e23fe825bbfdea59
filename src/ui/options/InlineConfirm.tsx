import { useId, useState } from 'preact/hooks';
import { Button } from '../components/index.ts';
import { t } from '../extension.ts';
import './inline-confirm.css';
import { useFocusOnMount } from './use-focus-on-mount.ts';

interface InlineConfirmProps {
  question: string;
  yes: string;
  onYes: () => Promise<void>;
  onNo: () => void;
}

/** Asks before what cannot be undone, in the place where it was asked for. Escape means no. */
export function InlineConfirm({ question, yes, onYes, onNo }: InlineConfirmProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const actions = useFocusOnMount<HTMLDivElement>(true);
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
      <div class="actions" ref={actions}>
        <Button variant="danger" small onClick={confirm} aria-disabled={busy} aria-describedby={id}>
          {yes}
        </Button>
        <Button small onClick={onNo}>
          {t('options_keep')}
        </Button>
      </div>
    </fieldset>
  );
}
