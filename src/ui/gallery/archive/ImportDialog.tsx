import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { countOf, t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import './archive.css';
import { ImportPreview } from './ImportPreview.tsx';

/**
 * The dialog of an import: what the file holds before anything of it is stored, the progress, or why the file
 * is refused.
 */
export function ImportDialog() {
  const { importer } = useGallery();
  const importing = importer.importing.value;
  if (!importing) return null;
  if (importing.phase === 'preview') return <ImportPreview importing={importing} />;
  if (importing.phase === 'refused')
    return (
      <Dialog
        narrow
        title={t('gallery_import_refused')}
        onClose={importer.close}
        foot={
          <Button variant="primary" onClick={importer.close}>
            {t('common_close')}
          </Button>
        }
      >
        <p class="archive-words" role="alert">
          {t(`gallery_import_${importing.problem}`, importing.file)}
        </p>
      </Dialog>
    );
  const { phase, done, all, file } = importing;
  const title = phase === 'reading' ? t('gallery_import_reading', file) : countOf('gallery_importing', all);
  return (
    <Dialog
      narrow
      title={title}
      onClose={importer.close}
      foot={<Button onClick={importer.close}>{t('gallery_cancel')}</Button>}
    >
      <div class="archive-words">
        <progress class="archive-progress" max={all || 1} value={done} aria-label={t('gallery_import_far')} />
        {phase === 'storing' && <p class="quiet small">{t('gallery_import_stays')}</p>}
      </div>
    </Dialog>
  );
}
