import type { ProviderName } from '../../../generation/index.ts';
import { isActive, type Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { t, uiLanguage } from '../../page/extension.ts';
import { focusStage } from '../../page/focus.ts';
import { say } from '../../page/sentence.ts';
import { asClock, asSeconds } from '../../words/durations.ts';
import { providerName } from '../../words/provider-name.ts';
import { usePopup } from '../context.ts';
import { useNow } from '../use-now.ts';
import './progress.css';
import { progressSentence } from './progress-sentence.ts';

interface StatusLineProps {
  job: Job | undefined;
  starting: boolean;
}

/** What becomes of the job, as a live sentence. The time beside it is for the eye: nobody wants to hear every second. */
export function StatusLine({ job, starting }: StatusLineProps) {
  const active = starting || (job !== undefined && isActive(job));
  const counting = !starting && job !== undefined && isActive(job);
  const now = useNow(counting);
  const { undoable, takeBack } = usePopup();
  const away = !job && undoable.value !== undefined;
  const text = away ? t('popup_is_put_away') : sentence(job, starting);
  async function back() {
    await takeBack();
    focusStage();
  }

  return (
    <div class={text ? 'status-line' : 'visually-hidden'}>
      {active && <Spinner />}
      {!starting && job?.status === 'succeeded' && <Icon name="check" />}
      <p role="status" class="status-text">
        {text}
      </p>
      {counting && (
        <span class="status-time" aria-hidden="true">
          {asClock(now - (job.startedAt ?? job.createdAt))}
        </span>
      )}
      {away && (
        <Button small onClick={() => void back()}>
          {t('common_undo')}
        </Button>
      )}
    </div>
  );
}

function sentence(job: Job | undefined, starting: boolean): string {
  if (starting) return t('progress_starting');
  if (job?.status === 'succeeded' && job.provider) return madeBy(job, job.provider);
  const now = job && progressSentence(job);
  return now ? say(now) : '';
}

function madeBy(job: Job, provider: ProviderName): string {
  const { endedAt = job.createdAt, startedAt = job.createdAt } = job;
  return t('popup_made_by', providerName(provider), asSeconds(endedAt - startedAt, uiLanguage()));
}
