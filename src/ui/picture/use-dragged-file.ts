import { useEffect, useRef } from 'preact/hooks';
import type { StoredPicture } from '../../gallery/index.ts';
import { fileName } from '../../gallery/saving/file-name.ts';
import { fileToSave } from '../../gallery/saving/file-to-save.ts';
import type { SettingsView } from '../../messages/index.ts';

/**
 * Lets a picture be dragged out as the file that *Save* would write. That file is made when the pointer
 * enters the picture, since a drag does not wait; until it is made, the picture at `url` is dragged.
 */
export function useDraggedFile(
  stored: StoredPicture | undefined,
  url: string | undefined,
  settings: SettingsView | undefined,
) {
  const ready = useRef<{ url: string; name: string; type: string } | undefined>(undefined);
  const made = useRef<StoredPicture | undefined>(undefined);
  const forget = () => {
    if (ready.current) URL.revokeObjectURL(ready.current.url);
    ready.current = undefined;
    made.current = undefined;
  };
  useEffect(() => forget, [stored, settings]);

  async function prepare(): Promise<void> {
    if (!stored || !settings || made.current === stored) return;
    made.current = stored;
    const { blob, name } = await fileToSave(stored, settings.pictures);
    if (made.current === stored) ready.current = { url: URL.createObjectURL(blob), name, type: blob.type };
  }

  return {
    onPointerEnter: () => void prepare(),
    onDragStart(event: DragEvent) {
      if (!stored) return;
      const { picture } = stored;
      const name = fileName(settings?.pictures.fileName ?? '{date} {prompt}', picture, picture.type);
      const file = ready.current ?? { type: picture.type, name, url };
      event.dataTransfer?.setData('DownloadURL', `${file.type}:${file.name}:${file.url}`);
    },
  };
}
