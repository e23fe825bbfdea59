import type { Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../extension.ts';
import { usePopup } from '../context.ts';
import { focusPrompt } from '../focus.ts';

/** Cancelled is not an error: the status line says it, and here it can be taken up again. */
export function CancelledNote({ job }: { job: Job }) {
  const { generate, putAway } = usePopup();
  const away = async () => {
    await putAway(job.id);
    focusPrompt();
  };
  return (
    <div class="row">
      <Button small icon="again" onClick={() => void generate(job.request)}>
        {t('common_retry')}
      </Button>
      <Button small variant="quiet" icon="close" onClick={() => void away()}>
        {t('popup_put_away')}
      </Button>
    </div>
  );
}
