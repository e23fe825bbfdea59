import { type Job, mayHavePaid } from '../../../jobs/index.ts';
import { t } from '../../page/extension.ts';
import { providerName } from '../../words/provider-name.ts';
import { usePopup } from '../context.ts';
import { PayButton } from '../PayButton.tsx';
import { StageNote } from './StageNote.tsx';

/** Shown for a cancelled job: whether it may have been charged, and a button to try again. The status line says that it was cancelled. */
export function CancelledNote({ job }: { job: Job }) {
  const { again } = usePopup();
  // The last service that may have charged. One that refused, as while the job waited, has begun nothing.
  const asked = job.attempts.findLast(mayHavePaid);
  return (
    <StageNote
      sign="close"
      patient
      title={t('progress_cancelled')}
      actions={
        <PayButton icon="again" onClick={() => void again(job)}>
          {t('common_retry')}
        </PayButton>
      }
    >
      <p>
        {asked ? t('popup_cancelled_charged', providerName(asked.provider)) : t('popup_cancelled_uncharged')}
      </p>
    </StageNote>
  );
}
