import { useEffect, useRef } from 'preact/hooks';
import type { ProviderName } from '../../../generation/index.ts';
import { isActive, type Job } from '../../../jobs/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { asClock, asSeconds } from '../../durations.ts';
import { t, uiLanguage } from '../../extension.ts';
import { say } from '../../sentence.ts';
import { announcement } from '../announcement.ts';
import { providerName } from '../provider-name.ts';
import { useNow } from '../use-now.ts';
import './progress.css';
import { progressSentence } from './progress-sentence.ts';

interface StatusLineProps {
  job: Job | undefined;
  starting: boolean;
}

/** The one live sentence of the popup. The time beside it is for the eye: nobody wants to hear every second. */
export function StatusLine({ job, starting }: StatusLineProps) {
  const active = starting || (job !== undefined && isActive(job));
  const counting = !starting && job !== undefined && isActive(job);
  const now = useNow(counting);
  const said = active ? '' : announcement.value;
  const text = said || sentence(job, starting);
  const ended = job?.status === 'succeeded' && said === '';
  // News of the job make old what was said before them.
  const news = `${job?.id} ${job?.status}`;
  const before = useRef(news);
  useEffect(() => {
    if (before.current !== news) announcement.value = '';
    before.current = news;
  }, [news]);

  return (
    <div class={text ? 'status-line' : 'visually-hidden'}>
      {active && <Spinner />}
      {ended && <Icon name="check" />}
      <p role="status" class="status-text">
        {text}
      </p>
      {counting && (
        <span class="status-time" aria-hidden="true">
          {asClock(now - (job.startedAt ?? job.createdAt))}
        </span>
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
