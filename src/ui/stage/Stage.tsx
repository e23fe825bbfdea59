import { useEffect, useRef } from 'preact/hooks';
import { isActive, type Job } from '../../jobs/index.ts';
import { Toast } from '../components/Toast.tsx';
import { announcement, endAnnouncement, staysMs } from '../page/announcement.ts';
import { t } from '../page/extension.ts';
import { focusPrompt, STAGE_ID } from '../page/focus.ts';
import { Compare, PictureView } from '../picture/LaterPicture.tsx';
import { usePopup } from './context.ts';
import { CancelledNote, Failure, LockedNote, ProblemNote, SilentNote } from './failure/LaterNotes.tsx';
import { Accounts, Samples } from './LaterEmptyStage.tsx';
import { Coming } from './progress/Coming.tsx';
import { Progress, QueuePill } from './progress/LaterProgress.tsx';
import './stage.css';
import { useTellForgotten } from './use-tell-forgotten.ts';

/** Problems that are shown at their field instead of on the stage. */
const FIELD_PROBLEMS = [
  'PROMPT_EMPTY',
  'PROMPT_TOO_LONG',
  'NEGATIVE_PROMPT_TOO_LONG',
  'SEED_INVALID',
  'SIZE_INVALID',
  'MODEL_INVALID',
];

/** The stage: progress, then the picture or the failure. */
export function Stage({ onFindModel }: { onFindModel: () => void }) {
  const { shown, starting, problem, silent, ready, unconnected, settings } = usePopup();
  const isLocked = settings.value?.passphrase === 'locked';
  const job = starting.value ? undefined : shown.value;
  const said = problem.value;
  const words = announcement.value;
  useFocusAfterCancel(shown.value);
  useTellForgotten(settings.value?.puterForgotten);

  return (
    <section class="stage" id={STAGE_ID} tabIndex={-1} aria-label={t('popup_stage')}>
      {silent.value && !starting.value ? (
        <SilentNote />
      ) : said && !FIELD_PROBLEMS.includes(said.code) ? (
        <ProblemNote problem={said} />
      ) : starting.value ? (
        <Coming />
      ) : isLocked && (job === undefined || job.wait?.for === 'unlock') ? (
        <LockedNote waits={job !== undefined} />
      ) : job && !(unconnected.value && job.error?.code === 'NOT_CONNECTED') ? (
        <Outcome job={job} onFindModel={onFindModel} />
      ) : unconnected.value ? (
        <Accounts asked={job !== undefined} />
      ) : (
        ready.value && <Samples />
      )}
      <Progress />
      <Toast
        class="stage-toast"
        words={words}
        staysMs={words ? staysMs(words) : 0}
        onGone={endAnnouncement}
      />
    </section>
  );
}

function Outcome({ job, onFindModel }: { job: Job; onFindModel: () => void }) {
  const { compared } = usePopup();
  if (isActive(job))
    return (
      <>
        <Coming request={job.request} />
        <QueuePill job={job} />
      </>
    );
  if (job.status === 'succeeded' && compared.value.length > 1)
    return <Compare jobs={compared.value} chosen={job} />;
  if (job.status === 'succeeded') return <PictureView key={job.id} job={job} />;
  if (job.status === 'cancelled') return <CancelledNote key={job.id} job={job} />;
  return <Failure key={job.id} job={job} onFindModel={onFindModel} />;
}

/** After a cancel the prompt gets the focus, since the pressed button is gone. */
function useFocusAfterCancel(job: Job | undefined): void {
  const before = useRef(job);
  useEffect(() => {
    const cancelled = before.current?.id === job?.id && job?.status === 'cancelled';
    if (cancelled && before.current?.status !== 'cancelled' && document.activeElement === document.body)
      focusPrompt();
    before.current = job;
  }, [job]);
}
