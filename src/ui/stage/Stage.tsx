import { useEffect, useRef } from 'preact/hooks';
import { isActive, type Job } from '../../jobs/index.ts';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import type { DraftKeeper } from '../composer/draft-keeper.ts';
import { t } from '../page/extension.ts';
import { focusStage, STAGE_ID } from '../page/focus.ts';
import { problemText } from '../page/problem-text.ts';
import { PictureView } from '../picture/PictureView.tsx';
import { AlsoRunning } from './AlsoRunning.tsx';
import { usePopup } from './context.ts';
import { CancelledNote } from './failure/CancelledNote.tsx';
import { Failure } from './failure/Failure.tsx';
import { Placeholder } from './progress/Placeholder.tsx';
import { StatusLine } from './progress/StatusLine.tsx';
import { Trail } from './progress/Trail.tsx';
import { reveal } from './reveal.ts';
import { Welcome } from './Welcome.tsx';

/** Said beside the field that they are about. */
const FIELD_PROBLEMS = [
  'PROMPT_EMPTY',
  'PROMPT_TOO_LONG',
  'NEGATIVE_PROMPT_TOO_LONG',
  'SEED_INVALID',
  'MODEL_INVALID',
];

/** What became of the prompt: progress, then the picture or what went wrong. */
export function Stage({ onFindModel }: { onFindModel: () => void }) {
  const { keeper, ready, shown, starting, problem, unconnected, silent, greetAgain } = usePopup();
  const job = shown.value;
  const said = problem.value;
  const asked = job?.error?.code === 'NOT_CONNECTED';
  const section = useRevealed(job, ready.value, keeper);

  function again() {
    void greetAgain();
    focusStage();
  }

  return (
    <section class="stage" id={STAGE_ID} tabIndex={-1} aria-label={t('popup_stage')} ref={section}>
      {silent.value && (
        <Notice
          tone="error"
          announce="alert"
          actions={
            <Button small icon="again" onClick={again}>
              {t('common_retry')}
            </Button>
          }
        >
          <p>{t('popup_silent')}</p>
        </Notice>
      )}
      {said && !silent.value && !FIELD_PROBLEMS.includes(said.code) && (
        <Notice tone="error" announce="alert">
          <p>{problemText(said)}</p>
        </Notice>
      )}
      <StatusLine job={job} starting={starting.value} />
      {unconnected.value && (!job || asked) ? (
        <Welcome asked={asked} />
      ) : (
        job && <Outcome job={job} onFindModel={onFindModel} />
      )}
      <AlsoRunning />
    </section>
  );
}

function Outcome({ job, onFindModel }: { job: Job; onFindModel: () => void }) {
  const failed = job.status === 'failed' || job.status === 'interrupted';
  return (
    <>
      {!failed && <Trail job={job} />}
      {isActive(job) && <Placeholder request={job.request} />}
      {job.status === 'succeeded' && <PictureView key={job.id} job={job} />}
      {job.status === 'cancelled' && <CancelledNote job={job} />}
      {failed && <Failure key={job.id} job={job} onFindModel={onFindModel} />}
      {failed && <Trail job={job} />}
    </>
  );
}

/** Brings the stage into view when the popup opens on a job, when another is on it, and when it ends. */
function useRevealed(job: Job | undefined, ready: boolean, keeper: DraftKeeper) {
  const section = useRef<HTMLElement>(null);
  const before = useRef<string>(undefined);
  const now = job ? `${job.id} ${isActive(job)}` : '';
  useEffect(() => {
    if (!ready) return;
    const behavior = before.current === undefined ? 'instant' : 'auto';
    if (now && before.current !== now) reveal(section.current, keeper, behavior);
    before.current = now;
  }, [now, ready, keeper]);
  return section;
}
