import { useState } from 'preact/hooks';
import { Button, Dialog } from '../../components/index.ts';
import { openGallery, t, uiLanguage } from '../../page/extension.ts';
import { useFocusOnMount } from '../../page/use-focus-on-mount.ts';
import { asFileSize } from '../../words/file-size.ts';
import './delete-all.css';

export interface GallerySums {
  pictures: number;
  favourites: number;
  /** Bytes. */
  byteLength: number;
}

interface DeleteAllDialogProps {
  sums: GallerySums;
  onYes: (keepFavourites: boolean) => Promise<void>;
  onNo: () => void;
}

/**
 * The question before all pictures are deleted: it says what goes, what may still be charged, and that it is
 * final. *Cancel* has the focus at first, so Enter means no.
 */
export function DeleteAllDialog({ sums, onYes, onNo }: DeleteAllDialogProps) {
  const { pictures, favourites, byteLength } = sums;
  const [keeps, setKeeps] = useState(favourites > 0);
  const [busy, setBusy] = useState(false);
  const cancel = useFocusOnMount<HTMLButtonElement>(true, { fromButton: true });
  const language = uiLanguage();
  const number = new Intl.NumberFormat(language);
  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    await onYes(keeps);
  };
  return (
    <Dialog
      narrow
      title={t('options_delete_all_heading', number.format(pictures))}
      lead={t('options_delete_all_question', asFileSize(byteLength, language))}
      onClose={onNo}
      foot={
        <>
          <Button ref={cancel} onClick={onNo}>
            {t('options_cancel')}
          </Button>
          <Button variant="danger" aria-disabled={busy} onClick={() => void confirm()}>
            {keeps
              ? t('options_delete_all_but', number.format(pictures - favourites))
              : t('options_delete_all_yes')}
          </Button>
        </>
      }
    >
      <div class="delete-all">
        {favourites > 0 && (
          <label class="delete-all-keep">
            <input type="checkbox" checked={keeps} onChange={() => setKeeps(!keeps)} />
            {t('options_delete_all_keep', number.format(favourites))}
          </label>
        )}
        <Button small variant="quiet" onClick={() => openGallery()}>
          {t('options_export_first')}
        </Button>
      </div>
    </Dialog>
  );
}
