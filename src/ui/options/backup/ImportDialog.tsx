import { useState } from 'preact/hooks';
import type { ImportPreview } from '../../../messages/index.ts';
import { Button, Dialog, TextField } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { ChangeItem } from './ChangeItem.tsx';
import './import-dialog.css';

/** Why nothing was imported. */
export interface Refusal {
  sentence: string;
  /** Whether the error belongs to the passphrase. */
  ofPassphrase?: boolean;
}

interface ImportDialogProps {
  fileName: string;
  preview: ImportPreview;
  /** Imports these parts of the file. Resolves with the error when nothing was imported. */
  onTake: (parts: string[], passphrase: string) => Promise<Refusal | undefined>;
  onClose: () => void;
}

/** The changes in a settings file, each with a checkbox. Nothing is changed before the button is pressed. */
export function ImportDialog({ fileName, preview, onTake, onClose }: ImportDialogProps) {
  const { differences, unreadable } = preview;
  const [chosen, setChosen] = useState<readonly string[]>(differences.map(({ part }) => part));
  const [passphrase, setPassphrase] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);

  const toggle = (part: string) =>
    setChosen(chosen.includes(part) ? chosen.filter((one) => one !== part) : [...chosen, part]);
  const take = async () => {
    if (busy || chosen.length === 0) return;
    setBusy(true);
    setRefusal(await onTake([...chosen], passphrase));
    setBusy(false);
  };

  return (
    <Dialog
      title={t('options_import_title')}
      lead={t('options_import_lead', fileName)}
      onClose={onClose}
      foot={
        <>
          <span class="quiet import-busy" role="status">
            {busy && t('options_import_busy')}
          </span>
          <Button onClick={onClose}>{t('options_cancel')}</Button>
          {differences.length > 0 && (
            <Button variant="primary" aria-disabled={busy || chosen.length === 0} onClick={take}>
              {t('options_import_chosen', chosen.length, differences.length)}
            </Button>
          )}
        </>
      }
    >
      {differences.length === 0 && <p class="import-words">{t('options_import_nothing')}</p>}
      <ul class="changes" aria-label={t('options_import_changes')}>
        {differences.map((difference) => (
          <ChangeItem
            key={difference.part}
            difference={difference}
            taken={chosen.includes(difference.part)}
            onToggle={() => toggle(difference.part)}
          />
        ))}
      </ul>
      {chosen.includes('tokens') && (
        <div class="import-words">
          <TextField
            type="password"
            autocomplete="off"
            label={t('options_import_passphrase')}
            error={refusal?.ofPassphrase ? refusal.sentence : undefined}
            value={passphrase}
            onInput={(text) => {
              setPassphrase(text);
              setRefusal(undefined);
            }}
            onKeyDown={(event) => event.key === 'Enter' && void take()}
          />
        </div>
      )}
      {differences.some(({ part }) => part !== 'tokens') && (
        <p class="import-words quiet">{t('options_import_way_back')}</p>
      )}
      {unreadable && <p class="import-words quiet">{t('options_import_unreadable')}</p>}
      {refusal && !refusal.ofPassphrase && (
        <p class="import-words error-text" role="alert">
          {refusal.sentence}
        </p>
      )}
    </Dialog>
  );
}
