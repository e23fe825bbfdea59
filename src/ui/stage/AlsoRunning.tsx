import { isActive, type Job } from '../../jobs/index.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../page/extension.ts';
import { focusStage } from '../page/focus.ts';
import { asClock } from '../words/durations.ts';
import { usePopup } from './context.ts';
import { useNow } from './use-now.ts';

/** The other pictures under way, and those that ended unseen. */
export function AlsoRunning() {
  const { others, view, cancel } = usePopup();
  const jobs = others.value;
  const running = jobs.some(isActive);
  const now = useNow(running);
  if (jobs.length === 0) return null;

  function look(id: string) {
    view(id);
    focusStage();
  }
  async function stop(id: string) {
    await cancel(id);
    focusStage();
  }

  return (
    <section class="others" aria-labelledby="others-title">
      <h2 class="others-title" id="others-title">
        {running ? t('popup_also_running') : t('popup_not_seen_yet')}
      </h2>
      <ul>
        {jobs.map((job) => (
          <li class="other" key={job.id}>
            <span class="other-words">
              <bdi class="other-prompt">{job.request.prompt}</bdi>
              <span class="other-state">
                {t(stateKey(job))}
                {isActive(job) && <span aria-hidden="true"> · {asClock(now - job.createdAt)}</span>}
              </span>
            </span>
            <Button small onClick={() => look(job.id)} aria-label={t('popup_view_named', brief(job))}>
              {t('popup_view')}
            </Button>
            {isActive(job) && (
              <Button
                small
                variant="quiet"
                onClick={() => void stop(job.id)}
                aria-label={t('popup_cancel_named', brief(job))}
              >
                {t('common_cancel')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateKey({ status }: Job): string {
  if (status === 'queued' || status === 'running' || status === 'waiting') return `popup_other_${status}`;
  return status === 'succeeded' ? 'popup_other_ready' : 'popup_other_failed';
}

/** Enough of a prompt to tell it from others by ear. */
function brief({ request }: Job): string {
  return request.prompt.slice(0, 60);
}
