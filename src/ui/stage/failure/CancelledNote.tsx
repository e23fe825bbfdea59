import type { Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { usePopup } from '../context.ts';
import { PutAwayButton } from '../PutAwayButton.tsx';

/** Cancelled is not an error: the status line says it, and here it can be taken up again. */
export function CancelledNote({ job }: { job: Job }) {
  const { generate } = usePopup();
  return (
    <div class="row">
      <Button small icon="again" onClick={() => void generate(job.request)}>
        {t('common_retry')}
      </Button>
      <PutAwayButton jobId={job.id} />
    </div>
  );
}
