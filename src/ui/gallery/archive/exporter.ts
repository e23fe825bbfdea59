import { type ReadonlySignal, signal } from '@preact/signals';
import { spaceForArchive, writeArchive } from '../../../gallery/archive/write-archive.ts';
import type { GalleryReader, Picture, StoredPicture } from '../../../gallery/index.ts';
import { isDiskFull } from '../../../storage/is-disk-full.ts';
import type { ExportFile } from './export-file.ts';

export interface Exporting {
  /** `no-room`: nothing is written until the user wants it all the same. */
  phase: 'no-room' | 'writing';
  /** How many pictures are written, and how many there are. */
  written: number;
  all: number;
  /**
   * Bytes that have to be free during the export, and bytes that are free; undefined where the browser does
   * not tell.
   */
  needs: number;
  free?: number | undefined;
}

type Exportable = Pick<Picture, 'id' | 'byteLength'>;

/** How an export ended. */
export type Exported =
  | { ended: 'saved'; pictures: number; unreadable: number }
  | { ended: 'cancelled' | 'full' | 'failed' };

interface ExporterPorts {
  reader: Pick<GalleryReader, 'read'>;
  /** Bytes that the browser has left; undefined where it does not tell. */
  freeBytes(): Promise<number | undefined>;
  openFile(): Promise<ExportFile>;
  save(file: Blob): void;
  ended(how: Exported): void;
}

export interface Exporter {
  /** What is being exported; undefined: nothing. */
  exporting: ReadonlySignal<Exporting | undefined>;
  /**
   * Writes these pictures into a file and saves it; where there is no room, it waits for `goOn`. Does nothing
   * while another export runs.
   */
  start(pictures: readonly Exportable[]): Promise<void>;
  /** Goes on with an export that waits because there is no room. */
  goOn(): Promise<void>;
  cancel(): void;
}

export function createExporter({ reader, freeBytes, openFile, save, ended }: ExporterPorts): Exporter {
  const exporting = signal<Exporting | undefined>(undefined);
  let wanted: readonly Exportable[] = [];
  let stop = new AbortController();

  /**
   * A picture whose bytes can be read; undefined where they cannot. Browsers keep large values in files of
   * their own: where such a file is gone, reading the record fails, or reading its bytes.
   */
  async function readable(id: string): Promise<StoredPicture | undefined> {
    try {
      const stored = await reader.read(id);
      await stored?.blob.slice(0, 1).arrayBuffer();
      return stored;
    } catch {
      return undefined;
    }
  }

  async function write(): Promise<Exported> {
    const { signal } = stop;
    let unreadable = 0;
    async function* stored(): AsyncGenerator<StoredPicture> {
      for (const { id } of wanted) {
        // A picture may have been deleted meanwhile, or lost by the browser: the others are still exported.
        const picture = await readable(id);
        if (picture) yield picture;
        else unreadable += 1;
      }
    }
    let file: ExportFile | undefined;
    try {
      file = await openFile();
      const pictures = await writeArchive(stored(), file.sink, {
        signal,
        onProgress(written) {
          if (exporting.value) exporting.value = { ...exporting.value, written };
        },
      });
      signal.throwIfAborted();
      if (pictures === 0) throw new DOMException('No picture can be read', 'NotReadableError');
      save(await file.finish());
      return { ended: 'saved', pictures, unreadable };
    } catch (reason) {
      await file?.drop();
      if (signal.aborted) return { ended: 'cancelled' };
      return { ended: isDiskFull(reason) ? 'full' : 'failed' };
    }
  }

  async function run(): Promise<void> {
    const how = await write();
    exporting.value = undefined;
    ended(how);
  }

  return {
    exporting,
    async start(pictures) {
      if (exporting.value || pictures.length === 0) return;
      wanted = pictures;
      stop = new AbortController();
      const needs = spaceForArchive(pictures);
      exporting.value = { phase: 'writing', written: 0, all: pictures.length, needs };
      const free = await freeBytes().catch(() => undefined);
      const phase = free !== undefined && free < needs ? 'no-room' : 'writing';
      exporting.value = { ...exporting.value, phase, free };
      if (phase === 'writing') await run();
    },
    async goOn() {
      if (exporting.value?.phase !== 'no-room') return;
      exporting.value = { ...exporting.value, phase: 'writing' };
      await run();
    },
    cancel() {
      stop.abort(new DOMException('Cancelled by the user', 'AbortError'));
      if (exporting.value?.phase === 'no-room') exporting.value = undefined;
    },
  };
}
