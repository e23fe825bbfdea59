import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { t } from '../../extension.ts';
import { usePopup } from '../context.ts';
import { RetryButton } from './RetryButton.tsx';

/** Another try at storing a picture that was made and paid for; a new picture where it is held no longer. */
export function KeepPictureButton({ jobId, onRetry }: { jobId: string; onRetry: () => void }) {
  const { keepPicture } = usePopup();
  const [busy, setBusy] = useState(false);
  const [gone, setGone] = useState(false);

  async function keep() {
    if (busy) return;
    setBusy(true);
    setGone(!(await keepPicture(jobId)));
    setBusy(false);
  }

  if (gone)
    return (
      <>
        <p role="alert">{t('error_picture_gone')}</p>
        <RetryButton variant="primary" onRetry={onRetry} />
      </>
    );
  return (
    <Button small variant="primary" icon="save" aria-disabled={busy} onClick={() => void keep()}>
      {t('error_store_again')}
    </Button>
  );
}
