import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { countOf, t, uiLanguage } from '../../page/extension.ts';
import { asFileSize } from '../../words/file-size.ts';
import { useGallery } from '../context.ts';
import type { Importing } from './importer.ts';
import { Take } from './Take.tsx';

/**
 * The most new pictures that are listed with a checkbox each. Pictures beyond this number are
 * chosen or left out only with all the others.
 */
const LISTED = 300;

/**
 * Totals first, then each new picture with its checkbox. Pictures that are here already or broken are
 * counted, never listed.
 */
export function ImportPreview({ importing }: { importing: Extract<Importing, { phase: 'preview' }> }) {
  const { importer, settings } = useGallery();
  const { fresh, repeated, broken, byteLength } = importing.preview;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(fresh.map(({ id }) => id)));
  const all = chosen.size === fresh.length;
  const listed = fresh.slice(0, LISTED);
  const limit = settings.value?.pictures.limitMegabytes ?? 0;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const take = () => chosen.size > 0 && void importer.take(chosen);
  return (
    <Dialog
      title={countOf('gallery_import_title', fresh.length + repeated + broken)}
      lead={t('gallery_import_lead', importing.file)}
      onClose={importer.close}
      foot={
        <>
          <Button onClick={importer.close}>{t('gallery_cancel')}</Button>
          {fresh.length > 0 && (
            <Button variant="primary" aria-disabled={chosen.size === 0} onClick={take}>
              {countOf('gallery_import_chosen', chosen.size)}
            </Button>
          )}
        </>
      }
    >
      <ul class="sums">
        <li>
          <b>{countOf('gallery_import_fresh', fresh.length)}</b>
          <span class="quiet">{asFileSize(byteLength, uiLanguage())}</span>
        </li>
        {repeated > 0 && (
          <li>
            <b>{countOf('gallery_import_repeated', repeated)}</b>
            <span class="quiet">{t('gallery_import_repeated_text')}</span>
          </li>
        )}
        {broken > 0 && (
          <li>
            <b>{countOf('gallery_import_broken', broken)}</b>
            <span class="quiet">{t('gallery_import_broken_text')}</span>
          </li>
        )}
      </ul>
      {limit > 0 && fresh.length > 0 && (
        <p class="archive-words quiet small">
          {t('gallery_import_limit', asFileSize(limit * 1_000_000, uiLanguage()))}
        </p>
      )}
      {fresh.length > 0 && (
        <div class="take-all">
          <label>
            <input
              type="checkbox"
              checked={all}
              onChange={() => setChosen(new Set(all ? [] : fresh.map(({ id }) => id)))}
            />
            {t('gallery_import_all')}
          </label>
        </div>
      )}
      <ul class="takes" aria-label={t('gallery_import_new')}>
        {listed.map((picture) => (
          <Take
            key={picture.id}
            picture={picture}
            pictures={importing.pictures}
            taken={chosen.has(picture.id)}
            onToggle={() => toggle(picture.id)}
          />
        ))}
      </ul>
      {fresh.length > LISTED && (
        <p class="archive-words quiet small">{countOf('gallery_import_more', fresh.length - LISTED)}</p>
      )}
    </Dialog>
  );
}
