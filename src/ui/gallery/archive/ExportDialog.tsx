import { useEffect } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { countOf, t, uiLanguage } from '../../page/extension.ts';
import { asFileSize } from '../../words/file-size.ts';
import { useGallery } from '../context.ts';
import './archive.css';

/** The dialog of an export: the disk space it needs, how far it is, and *Cancel*. */
export function ExportDialog() {
  const { exporter } = useGallery();
  const exporting = exporter.exporting.value;
  const isWriting = exporting?.phase === 'writing';
  useEffect(() => {
    if (!isWriting) return;
    // Closing the page would lose what is written so far: the browser asks first.
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isWriting]);
  if (!exporting) return null;
  const { phase, written, all, needs, free } = exporting;
  const language = uiLanguage();
  const number = new Intl.NumberFormat(language);
  const need = asFileSize(needs, language) ?? '';
  const left = free === undefined ? undefined : asFileSize(free, language);
  const space = left === undefined ? t('gallery_export_needs', need) : t('gallery_export_space', need, left);
  return (
    <Dialog
      narrow
      title={countOf('gallery_exporting', all)}
      lead={space}
      onClose={exporter.cancel}
      foot={
        <>
          <Button onClick={exporter.cancel}>{t('gallery_cancel')}</Button>
          {phase === 'no-room' && (
            <Button variant="primary" onClick={() => void exporter.goOn()}>
              {t('gallery_export_anyway')}
            </Button>
          )}
        </>
      }
    >
      <div class="archive-words">
        {phase === 'no-room' ? (
          <p role="alert">{t('gallery_export_no_room')}</p>
        ) : (
          <>
            <progress
              class="archive-progress"
              max={all}
              value={written}
              aria-label={t('gallery_export_far')}
            />
            <p class="quiet small">{t('gallery_place', number.format(written), number.format(all))}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
