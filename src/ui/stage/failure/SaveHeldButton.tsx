import { useState } from 'preact/hooks';
import type { Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import { announce } from '../../page/announcement.ts';
import { downloadBlob, t } from '../../page/extension.ts';
import { rescueFocus } from '../../page/focus.ts';
import { savedName } from '../../picture/saved-name.ts';
import { usePopup } from '../context.ts';

import type { Looks } from './looks.ts';

/** Saves a picture as a file when the gallery could not store it. */
export function SaveHeldButton({ job, variant }: { job: Job } & Looks) {
  const { keepPicture, heldPicture } = usePopup();
  const [busy, setBusy] = useState(false);

  async function save() {
    if (busy) return;
    setBusy(true);
    const held = await heldPicture(job.id);
    if (held) {
      const { bytes, type, createdAt } = held;
      downloadBlob(new Blob([bytes], { type }), savedName({ request: job.request, createdAt, type }));
      announce(t('popup_saved'));
    } else await keepPicture(job.id); // The picture is no longer in memory; the job's record will be updated.
    setBusy(false);
    rescueFocus();
  }

  return (
    <Button variant={variant} icon="save" aria-disabled={busy} onClick={() => void save()}>
      {t('error_save_held')}
    </Button>
  );
}
