import { useState } from 'preact/hooks';
import type { Job } from '../../jobs/index.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../page/extension.ts';
import { StageNote } from '../stage/failure/StageNote.tsx';
import { Coming } from '../stage/progress/Coming.tsx';
import { PictureFigure } from './PictureFigure.tsx';
import { usePicture } from './use-picture.ts';

/** The picture of a job, or why it cannot be shown. */
export function PictureView({ job }: { job: Job }) {
  const [attempt, setAttempt] = useState(0);
  const [broken, setBroken] = useState(false);
  const picture = usePicture(job.id, attempt);

  if (picture.state === 'loading') return <Coming request={job.request} />;
  if (picture.state === 'ready' && !broken) {
    const { stored, url } = picture;
    return <PictureFigure job={job} stored={stored} url={url} onBroken={() => setBroken(true)} />;
  }
  if (picture.state === 'missing')
    return <StageNote sign="warning" patient announce="alert" title={t('popup_picture_missing')} />;
  const again = () => {
    setBroken(false);
    setAttempt(attempt + 1);
  };
  return (
    <StageNote
      sign="warning"
      announce="alert"
      title={t('popup_picture_unreadable')}
      actions={
        <Button variant="primary" onClick={again}>
          {t('common_retry')}
        </Button>
      }
    />
  );
}
