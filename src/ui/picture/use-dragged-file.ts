import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoredPicture } from '../../gallery/index.ts';
import { fileName } from '../../gallery/saving/file-name.ts';
import { fileToSave } from '../../gallery/saving/file-to-save.ts';
import type { SettingsView } from '../../messages/index.ts';
import { untilDecoded } from './until-decoded.ts';

/** What is dragged: a picture in sight at its full size, or one of which only a thumbnail is in sight. */
export type Dragged =
  | { stored: StoredPicture; url: string }
  | { id: string; read: (id: string) => Promise<StoredPicture | undefined> };

/** Milliseconds that a dragged file stays readable after the drop: the browser may read it only then. */
const READABLE_MS = 60_000;

interface Ports {
  urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
  untilDecoded: (url: string) => Promise<boolean>;
  later: (work: () => void, afterMs: number) => void;
}

const PORTS: Ports = { urls: URL, untilDecoded, later: (work, afterMs) => void setTimeout(work, afterMs) };

interface File {
  url: string;
  name: string;
  type: string;
}

/** A file that is being made, or is made. */
interface Making {
  file?: File;
  isDragged?: boolean;
}

/**
 * Lets a picture be dragged out as the file that *Save* would write. That file is made when the pointer enters a picture in sight,
 * and when it is pressed on a thumbnail, since a drag does not wait. Until it is made, the picture at `url` is dragged, and of
 * a thumbnail nothing; nor is anything dragged without `dragged`.
 *
 * `src`: the file, to be shown in the image's place once it is made. Chromium on Windows and macOS takes the file from `DownloadURL`.
 * On Linux it does not, and takes the image's own bytes, with a name that comes from their address. Firefox takes them, too, but saves
 * nothing from a `blob:` or `data:` address: a file manager gets no file from it.
 */
export function useDraggedFile(
  dragged: Dragged | undefined,
  settings: SettingsView | undefined,
  ports: Ports = PORTS,
) {
  const [file, setFile] = useState<File>();
  const made = useRef<Making | undefined>(undefined);
  const stored = dragged && 'stored' in dragged ? dragged : undefined;
  const key = stored?.stored ?? (dragged && 'id' in dragged ? dragged.id : undefined);

  /** Lets the file go; one that was dragged away may be read yet. */
  function forget(): void {
    const { file: old, isDragged } = made.current ?? {};
    if (old) ports.later(() => ports.urls.revokeObjectURL(old.url), isDragged ? READABLE_MS : 0);
    made.current = undefined;
    setFile(undefined);
  }
  useEffect(() => forget, [key, settings]);

  async function prepare(): Promise<void> {
    if (!dragged || !settings || made.current) return;
    const mine: Making = {};
    made.current = mine;
    try {
      const picture = 'stored' in dragged ? dragged.stored : await dragged.read(dragged.id);
      if (!picture || made.current !== mine) return;
      const { blob, name } = await fileToSave(picture, settings.pictures);
      if (made.current !== mine) return;
      mine.file = { url: ports.urls.createObjectURL(blob), name, type: blob.type };
      // Decoded first, it takes the place of what is in sight without a flash.
      if ((await ports.untilDecoded(mine.file.url)) && made.current === mine) setFile(mine.file);
    } catch {
      // It can be read no more: the next press tries again.
      if (made.current === mine) made.current = undefined;
    }
  }

  return {
    src: file?.url,
    handlers: {
      onPointerEnter: () => {
        if (stored) void prepare();
      },
      onPointerDown: () => void prepare(),
      // It was a press, and no drag: after one, there is no such event.
      onPointerUp: () => {
        if (!stored) forget();
      },
      onDragStart(event: DragEvent) {
        const ready = made.current?.file ?? (stored && original(stored, settings));
        const isShown = stored !== undefined || (file !== undefined && isShowing(event, file.url));
        if (!ready || !isShown) return event.preventDefault();
        if (made.current) made.current.isDragged = true;
        event.dataTransfer?.setData('DownloadURL', `${ready.type}:${ready.name}:${ready.url}`);
      },
      onDragEnd: () => {
        if (!stored) forget();
      },
    },
  };
}

function original({ stored, url }: { stored: StoredPicture; url: string }, settings?: SettingsView): File {
  const { picture } = stored;
  const name = fileName(settings?.pictures.fileName ?? '{date} {prompt}', picture, picture.type);
  return { url, name, type: picture.type };
}

/** Whether the image that is dragged shows this address by now. */
function isShowing({ target }: Event, url: string): boolean {
  const image = target instanceof Element ? (target.closest('img') ?? target.querySelector('img')) : null;
  return image?.complete === true && image.src === url;
}
