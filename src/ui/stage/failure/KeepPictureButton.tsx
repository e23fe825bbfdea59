import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { rescueFocus } from '../../page/focus.ts';
import { usePopup } from '../context.ts';

import type { Looks } from './looks.ts';

/** Tries again to store a picture that was made and paid for. */
export function KeepPictureButton({ jobId, variant }: { jobId: string } & Looks) {
  const { keepPicture } = usePopup();
  const [busy, setBusy] = useState(false);

  async function keep() {
    if (busy) return;
    setBusy(true);
    await keepPicture(jobId);
    setBusy(false);
    rescueFocus();
  }

  return (
    <Button variant={variant} icon="save" aria-disabled={busy} onClick={() => void keep()}>
      {t('error_store_again')}
    </Button>
  );
}
