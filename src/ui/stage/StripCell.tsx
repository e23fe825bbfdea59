import { isActive, type Job } from '../../jobs/index.ts';
import { Icon } from '../components/Icon.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { Ring } from '../components/Ring.tsx';
import { t } from '../page/extension.ts';
import { focusStage } from '../page/focus.ts';
import { useThumbnail } from '../picture/use-thumbnail.ts';
import { usePopup } from './context.ts';
import { shareDone } from './share-done.ts';
import { useNow } from './use-now.ts';

interface StripCellProps {
  job: Job;
  current: boolean;
  /** The job's place in the queue. */
  place: number;
}

/** One job: its picture or its progress, with its own Cancel when it is not on the stage. */
export function StripCell({ job, current, place }: StripCellProps) {
  const { view, cancel, pressOf } = usePopup();
  const count = pressOf(job).length;
  const { prompt } = job.request;
  async function stop() {
    await cancel(job.id);
    focusStage();
  }
  return (
    <li class="strip-cell">
      <button
        type="button"
        class="thumb"
        aria-label={prompt}
        title={prompt}
        aria-description={stateWords(job)}
        {...(current && { 'aria-current': 'true' })}
        onClick={() => view(job.id)}
      >
        <Thumb job={job} place={place} />
        {count > 1 && <span class="thumb-count" data-number={count} />}
      </button>
      {isActive(job) && !current && (
        <IconButton icon="close" label={t('popup_cancel_named', prompt)} onClick={() => void stop()} />
      )}
    </li>
  );
}

function Thumb({ job, place }: { job: Job; place: number }) {
  if (job.status === 'queued' || job.status === 'waiting')
    return (
      <>
        <Ring />
        {job.status === 'waiting' ? (
          <Icon name="clock" size={16} />
        ) : (
          <span class="thumb-place" data-number={place} />
        )}
      </>
    );
  if (job.status === 'running') return <Running job={job} />;
  if (job.status === 'succeeded') return <ThumbPicture job={job} />;
  return <Icon name={job.status === 'cancelled' ? 'close' : 'warning'} />;
}

function Running({ job }: { job: Job }) {
  const { strip } = usePopup();
  return <Ring share={shareDone(job, strip.value, useNow(true))} />;
}

function ThumbPicture({ job }: { job: Job }) {
  const { url, isGone, onError } = useThumbnail(job.id);
  if (isGone) return <Icon name="warning" />;
  return url === undefined ? null : <img src={url} alt="" onError={onError} />;
}

function stateWords(job: Job): string {
  if (job.status === 'succeeded') return t('popup_other_ready');
  if (job.status === 'cancelled') return t('progress_cancelled');
  return t(isActive(job) ? `popup_other_${job.status}` : 'popup_other_failed');
}
