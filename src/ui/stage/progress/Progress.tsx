import { isActive, type Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { t } from '../../page/extension.ts';
import { focusPrompt } from '../../page/focus.ts';
import { say } from '../../page/sentence.ts';
import { asClock, asCountdown } from '../../words/durations.ts';
import { providerName } from '../../words/provider-name.ts';
import { usePopup } from '../context.ts';
import { PayButton } from '../PayButton.tsx';
import { useNow } from '../use-now.ts';
import './progress.css';
import { progressSentence } from './progress-sentence.ts';

/**
 * The progress of the job in one live region, which is always rendered. While the job runs it is visible, with a clock and
 * Cancel. The clock is hidden from screen readers, which would read every second.
 */
export function Progress() {
  const { shown, starting, silent, cancelShown, beginNow } = usePopup();
  const job = starting.value ? undefined : shown.value;
  const running = job !== undefined && isActive(job);
  const active = starting.value || running;
  const now = useNow(running);

  function cancel() {
    cancelShown();
    focusPrompt();
  }

  return (
    <div class={active ? 'progress' : 'visually-hidden'}>
      {active && <Spinner />}
      <p role="status" class="progress-sentence">
        {starting.value ? t(silent.value ? 'progress_silent' : 'progress_starting') : sentence(job)}
      </p>
      {running && (
        <span class="progress-clock" aria-hidden="true">
          {clockOf(job, now)}
        </span>
      )}
      {job?.status === 'waiting' && job.wait?.for !== 'unlock' && (
        <PayButton small variant="quiet" onClick={() => void beginNow(job.id)}>
          {t('popup_begin_now')}
        </PayButton>
      )}
      {active && (
        <Button small onClick={cancel}>
          {t('common_cancel')}
        </Button>
      )}
    </div>
  );
}

/** The time since the job started, or the rest of its wait. */
function clockOf({ wait, startedAt, createdAt }: Job, now: number): string {
  if (wait?.for === 'retry') return asCountdown(wait.toldAt + wait.waitMs - now);
  return wait ? '' : asClock(now - (startedAt ?? createdAt));
}

function sentence(job: Job | undefined): string {
  if (job?.status === 'succeeded' && job.provider) return t('popup_ready', providerName(job.provider));
  const now = job && progressSentence(job);
  return now ? say(now) : '';
}
