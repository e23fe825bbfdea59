import { isActive, type Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import '../../components/pill.css';
import { t } from '../../page/extension.ts';
import { focusPrompt } from '../../page/focus.ts';
import { usePopup } from '../context.ts';

/** The job's place among several that are being made, and a button that cancels all. */
export function QueuePill({ job }: { job: Job }) {
  const { strip, cancelAll } = usePopup();
  const active = strip.value.filter(isActive);
  if (active.length < 2) return null;

  function cancel() {
    void cancelAll();
    focusPrompt();
  }
  return (
    <div class="pill queue-pill">
      <span>{t('popup_queue_place', active.indexOf(job) + 1, active.length)}</span>
      <Button small variant="quiet" onClick={cancel}>
        {t('popup_cancel_all')}
      </Button>
    </div>
  );
}
