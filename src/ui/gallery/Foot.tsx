import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { countOf, openOptions, t, uiLanguage } from '../page/extension.ts';
import { asFileSize } from '../words/file-size.ts';
import { ImportButton } from './archive/ImportButton.tsx';
import { useGallery } from './context.ts';
import { untilQuiet } from './until-quiet.ts';

/** How many pictures there are, and how much disk space they take. */
export function Foot() {
  const { model, exporter } = useGallery();
  const all = model.pictures.value;
  const storage = useStorage(all.length, model.complete.value);
  const language = uiLanguage();
  const count = countOf('gallery_count', all.length);
  const used = storage && asFileSize(storage.used, language);
  const quota = storage && asFileSize(storage.quota, language);
  return (
    <footer class="gallery-foot">
      <span>{storage ? t('gallery_storage', count, used ?? '', quota ?? '') : count}</span>
      {storage && (
        <meter
          class="gallery-meter"
          min={0}
          max={storage.quota}
          value={storage.used}
          aria-label={t('gallery_storage_used')}
        />
      )}
      {model.unreadable.value > 0 && <span>{countOf('gallery_unreadable', model.unreadable.value)}</span>}
      <span class="gallery-gap" />
      <ImportButton />
      {all.length > 0 && (
        <Button small variant="quiet" icon="save" onClick={() => void model.all().then(exporter.start)}>
          {t('gallery_export_all')}
        </Button>
      )}
      <Button small variant="quiet" onClick={() => void openOptions('pictures')}>
        {t('gallery_storage_settings')}
      </Button>
    </footer>
  );
}

/** Pictures. Up to this number, the browser's estimate takes a few milliseconds. */
const FEW = 1_000;
const QUIET_MS = 3_000;

/**
 * The browser's storage estimate in bytes; undefined until it is known, or when the browser gives none. It is
 * requested once all pictures are known, and again when their number changes. The browser counts every file
 * for it, which takes a quarter of a second for ten thousand pictures and holds up all other reading. With
 * more than `FEW` pictures it is therefore requested only when the user has been inactive for a while.
 */
function useStorage(pictures: number, isComplete: boolean): { used: number; quota: number } | undefined {
  const [storage, setStorage] = useState<{ used: number; quota: number }>();
  useEffect(() => {
    if (!isComplete) return;
    const gone = new AbortController();
    async function ask(): Promise<void> {
      if (pictures > FEW) await untilQuiet(QUIET_MS, gone.signal);
      const { usage, quota } = await navigator.storage.estimate();
      if (!gone.signal.aborted && usage !== undefined && quota) setStorage({ used: usage, quota });
    }
    void ask().catch(() => undefined);
    return () => gone.abort();
  }, [pictures, isComplete]);
  return storage;
}
