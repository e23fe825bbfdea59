import { isActive, type Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import '../../components/pill.css';
import { t } from '../../page/extension.ts';
import { focusPrompt } from '../../page/focus.ts';
import { usePopup } from '../context.ts';

/** Which of several pictures under way this one is, and the way out of all of them. */
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
