import type { Problem } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { ask, openOptions, t } from '../../page/extension.ts';
import { UnlockForm } from '../../passphrase/UnlockForm.tsx';
import { StageNote } from './StageNote.tsx';

/**
 * Shown until the passphrase of the tokens is given: nothing is sent, and what was pressed waits. `waits`: a
 * job is waiting.
 */
export function LockedNote({ waits }: { waits: boolean }) {
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

/** The unlocked settings reach the page as every change of the settings does. */
async function unlock(passphrase: string): Promise<Problem | undefined> {
  const reply = await ask('unlockTokens', { passphrase });
  return reply.ok ? undefined : reply.problem;
}
