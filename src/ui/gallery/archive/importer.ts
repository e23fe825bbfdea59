import { type ReadonlySignal, signal } from '@preact/signals';
import { importPictures } from '../../../gallery/archive/import-pictures.ts';
import {
  type ArchivePreview,
  type ArchiveProblem,
  type ArchiveRead,
  readArchive,
} from '../../../gallery/archive/read-archive.ts';
import type { GalleryReader, StoredPicture } from '../../../gallery/index.ts';
import { isDiskFull } from '../../../storage/is-disk-full.ts';

export type Pictures = Extract<ArchiveRead, { ok: true }>['pictures'];

/** Where an import stands. Nothing is changed before `storing`. */
export type Importing =
  | { phase: 'reading'; file: string; done: number; all: number }
  | { phase: 'preview'; file: string; preview: ArchivePreview; pictures: Pictures }
  | { phase: 'storing'; file: string; done: number; all: number }
  | { phase: 'refused'; file: string; problem: ArchiveProblem | 'GALLERY_UNREADABLE' };

/** How storing ended. */
export type Imported = { ended: 'stored'; pictures: number } | { ended: 'cancelled' | 'full' | 'failed' };

interface ImporterPorts {
  reader: Pick<GalleryReader, 'read'>;
  ended(how: Imported): void;
  store?: typeof importPictures;
}

export interface Importer {
  importing: ReadonlySignal<Importing | undefined>;
  /** Reads through a file and shows what an import of it would bring. */
  look(file: File): Promise<void>;
  /** Stores the chosen new pictures: all of them, or none when it fails or is cancelled. */
  take(ids: ReadonlySet<string>): Promise<void>;
  /** Cancels what is going on; what was stored of this import is taken back. */
  close(): void;
}

export function createImporter({ reader, ended, store = importPictures }: ImporterPorts): Importer {
  const importing = signal<Importing | undefined>(undefined);
  let stop = new AbortController();

  /**
   * Whether the gallery has the picture. A deleted picture that could still be brought back counts as absent:
   * it may come from the file.
   */
  async function has(id: string): Promise<boolean> {
    const stored: StoredPicture | undefined = await reader.read(id);
    return stored !== undefined && stored.picture.deletedAt === undefined;
  }

  async function look(file: File, signal: AbortSignal): Promise<Importing> {
    const { name } = file;
    try {
      const read = await readArchive(file, {
        has,
        signal,
        onProgress(done, all) {
          if (!signal.aborted) importing.value = { phase: 'reading', file: name, done, all };
        },
      });
      if (!read.ok) return { phase: 'refused', file: name, problem: read.problem };
      return { phase: 'preview', file: name, preview: read.preview, pictures: read.pictures };
    } catch {
      return { phase: 'refused', file: name, problem: 'GALLERY_UNREADABLE' };
    }
  }

  async function take(pictures: AsyncIterable<StoredPicture>, all: number, file: string): Promise<Imported> {
    const { signal } = stop;
    try {
      const stored = await store(pictures, {
        signal,
        onProgress(done) {
          if (!signal.aborted) importing.value = { phase: 'storing', file, done, all };
        },
      });
      return { ended: 'stored', pictures: stored };
    } catch (reason) {
      if (signal.aborted) return { ended: 'cancelled' };
      return { ended: isDiskFull(reason) ? 'full' : 'failed' };
    }
  }

  return {
    importing,
    async look(file) {
      if (importing.value) return;
      stop = new AbortController();
      const { signal } = stop;
      importing.value = { phase: 'reading', file: file.name, done: 0, all: 0 };
      const found = await look(file, signal);
      if (!signal.aborted) importing.value = found;
    },
    async take(ids) {
      const now = importing.value;
      if (now?.phase !== 'preview' || ids.size === 0) return;
      importing.value = { phase: 'storing', file: now.file, done: 0, all: ids.size };
      const how = await take(now.pictures(ids), ids.size, now.file);
      importing.value = undefined;
      ended(how);
    },
    close() {
      stop.abort(new DOMException('Cancelled by the user', 'AbortError'));
      // While pictures are being stored, the dialog stays until those stored so far are taken back.
      if (importing.value?.phase !== 'storing') importing.value = undefined;
    },
  };
}
