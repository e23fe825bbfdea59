import { useState } from 'preact/hooks';
import type { Job } from '../../jobs/index.ts';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { t } from '../page/extension.ts';
import { Placeholder } from '../stage/progress/Placeholder.tsx';
import { PictureFigure } from './PictureFigure.tsx';
import './picture.css';
import { usePicture } from './use-picture.ts';

/** The picture of a job, or why it cannot be shown. */
export function PictureView({ job }: { job: Job }) {
  const [attempt, setAttempt] = useState(0);
  const [broken, setBroken] = useState(false);
  const picture = usePicture(job.id, attempt);

  if (picture.state === 'loading') return <Placeholder request={job.request} />;
  if (picture.state === 'ready' && !broken) {
    const { stored, url } = picture;
    return <PictureFigure job={job} stored={stored} url={url} onBroken={() => setBroken(true)} />;
  }
  if (picture.state === 'missing')
    return (
      <Notice tone="caution" announce="alert">
        <p>{t('popup_picture_missing')}</p>
      </Notice>
    );
  const again = () => {
    setBroken(false);
    setAttempt(attempt + 1);
  };
  return (
    <Notice tone="error" announce="alert" actions={<Button onClick={again}>{t('common_retry')}</Button>}>
      <p>{t('popup_picture_unreadable')}</p>
    </Notice>
  );
}
