import { useState } from 'preact/hooks';
import type { Difference, SyncChoice } from '../../../settings/index.ts';
import { Button, Dialog } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { ChangeValues } from './ChangeValues.tsx';
import { partName } from './change-words.ts';
import './import-dialog.css';

interface SyncDialogProps {
  differences: readonly Difference[];
  onChosen: (choice: SyncChoice) => Promise<void>;
  onClose: () => void;
}

/**
 * Asks which settings to use, those here or those in the browser's sync, and shows what the latter would
 * change here.
 */
export function SyncDialog({ differences, onChosen, onClose }: SyncDialogProps) {
  const [busy, setBusy] = useState(false);
  const choose = async (choice: SyncChoice) => {
    if (busy) return;
    setBusy(true);
    await onChosen(choice);
    setBusy(false);
  };
  return (
    <Dialog
      title={t('options_sync_choice_title')}
      lead={t('options_sync_choice_lead')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('options_cancel')}</Button>
          <Button aria-disabled={busy} onClick={() => choose('here')}>
            {t('options_sync_keep_here')}
          </Button>
          <Button variant="primary" aria-disabled={busy} onClick={() => choose('there')}>
            {t('options_sync_use_there')}
          </Button>
        </>
      }
    >
      <ul class="changes" aria-label={t('options_sync_choice_changes')}>
        {differences.map((difference) => (
          <li key={difference.part} class="change change-shown">
            <span>{partName(difference.part)}</span>
            <ChangeValues difference={difference} />
          </li>
        ))}
      </ul>
      <p class="import-words quiet">{t('options_sync_way_back')}</p>
    </Dialog>
  );
}
