import { useState } from 'preact/hooks';
import type { Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import { announce } from '../../page/announcement.ts';
import { t } from '../../page/extension.ts';
import { rescueFocus } from '../../page/focus.ts';
import { savePicture } from '../../picture/save-picture.ts';
import { storedFromReply } from '../../picture/stored-from-reply.ts';
import { usePopup } from '../context.ts';

import type { Looks } from './looks.ts';

/** Saves a picture as a file when the gallery could not store it. */
export function SaveHeldButton({ job, variant }: { job: Job } & Looks) {
  const { keepPicture, heldPicture, settings } = usePopup();
  const [busy, setBusy] = useState(false);

  async function save() {
    if (busy) return;
    setBusy(true);
    const held = await heldPicture(job.id);
    const stored = held && storedFromReply(held);
    if (stored) announce(t(await savePicture(stored, settings.value)));
    else await keepPicture(job.id); // The picture is no longer in memory; the job's record will be updated.
    setBusy(false);
    rescueFocus();
  }

  return (
    <Button variant={variant} icon="save" aria-disabled={busy} onClick={() => void save()}>
      {t('error_save_held')}
    </Button>
  );
}
