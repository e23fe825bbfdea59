import { Button } from '../../components/Button.tsx';
import { openOptions, t } from '../../page/extension.ts';
import { UnlockForm } from '../../passphrase/UnlockForm.tsx';
import { usePopup } from '../context.ts';
import { StageNote } from './StageNote.tsx';

/** Before the passphrase of the tokens is given: nothing is sent, and what was pressed waits. `waits`: something did. */
export function LockedNote({ waits }: { waits: boolean }) {
  const { unlock } = usePopup();
  return (
    <StageNote
      sign="lock"
      patient
      title={t('passphrase_locked_title')}
      details={
        <Button small variant="quiet" onClick={() => void openOptions('passphrase')}>
          {t('passphrase_forgotten')}
        </Button>
      }
    >
      <p>{t(waits ? 'passphrase_locked_waits' : 'passphrase_locked_text')}</p>
      <UnlockForm unlock={unlock} />
    </StageNote>
  );
}
