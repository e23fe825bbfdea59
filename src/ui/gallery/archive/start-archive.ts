import { EXPORT_STAYS_MS, removeExports } from '../../../gallery/archive/exports-folder.ts';
import type { GalleryReader } from '../../../gallery/index.ts';
import type { Ask } from '../../../messages/index.ts';
import { announce } from '../../page/announcement.ts';
import { downloadBlob } from '../../page/download.ts';
import { countOf, t, together } from '../../page/extension.ts';
import { openExportFile } from './export-file.ts';
import { createExporter, type Exporter } from './exporter.ts';
import { createImporter, type Importer } from './importer.ts';

/**
 * Milliseconds that the clean-up waits beyond `EXPORT_STAYS_MS`, so that the export is certainly old enough.
 */
const CLEAR_UP_AFTER_MS = 60_000;

/** Export and import with the page's own ports; each says how it ended. */
export function startArchive(
  reader: GalleryReader,
  ask: Ask,
  reload: () => Promise<void>,
): { exporter: Exporter; importer: Importer } {
  const clearUp = () => void removeExports(Date.now(), EXPORT_STAYS_MS).catch(() => undefined);
  clearUp();
  const exporter = createExporter({
    reader,
    async freeBytes() {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
    },
    openFile: () => openExportFile(Date.now()),
    save(file) {
      downloadBlob(file, `understudy-pictures-${new Date().toISOString().slice(0, 10)}.zip`);
      // Where the page is closed before that, the background removes the file.
      setTimeout(clearUp, EXPORT_STAYS_MS + CLEAR_UP_AFTER_MS);
    },
    ended(how) {
      if (how.ended !== 'saved') return announce(t(`gallery_export_${how.ended}`));
      announce(
        together(
          countOf('gallery_exported', how.pictures),
          how.unreadable > 0 && countOf('gallery_export_unreadable', how.unreadable),
        ),
      );
    },
  });
  const importer = createImporter({
    reader,
    ended(how) {
      const stored = how.ended === 'stored';
      announce(stored ? countOf('gallery_imported', how.pictures) : t(`gallery_import_${how.ended}`));
      if (stored) void ask('picturesImported', {});
      void reload();
    },
  });
  return { exporter, importer };
}
