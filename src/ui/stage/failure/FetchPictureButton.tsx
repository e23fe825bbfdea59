import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { announce } from '../../page/announcement.ts';
import { requestOrigin, t } from '../../page/extension.ts';
import { rescueFocus } from '../../page/focus.ts';
import { hostOf } from '../../words/host-of.ts';
import { usePopup } from '../context.ts';

import type { Looks } from './looks.ts';

/** Asks for the permission for the origin of a paid picture, then has the picture fetched. */
export function FetchPictureButton({ jobId, url, variant }: { jobId: string; url: string } & Looks) {
  const { fetchPicture } = usePopup();
  const [busy, setBusy] = useState(false);

  async function allowAndFetch() {
    if (busy) return;
    // Before any other await: browsers ask only while the click is being handled.
    const allowed = requestOrigin(url);
    setBusy(true);
    if (await allowed) await fetchPicture(jobId);
    else announce(t('error_not_allowed'));
    setBusy(false);
    rescueFocus();
  }

  return (
    <Button variant={variant} aria-disabled={busy} onClick={() => void allowAndFetch()}>
      {t('error_allow_and_fetch', hostOf(url))}
    </Button>
  );
}
