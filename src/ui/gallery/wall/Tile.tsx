import { Icon } from '../../components/Icon.tsx';
import { t } from '../../page/extension.ts';
import { readThroughDoor } from '../../picture/read-through-door.ts';
import { useDraggedFile } from '../../picture/use-dragged-file.ts';
import { useGallery } from '../context.ts';
import type { PictureEntry } from '../list/picture-list.ts';
import { useRecord } from '../list/use-record.ts';
import './tile.css';
import { useThumbnail } from './use-thumbnail.ts';

interface TileProps {
  entry: PictureEntry;
  /** Undefined while no pictures are being chosen. */
  chosen: boolean | undefined;
  /** Whether the Tab key stops here, as it does at one tile of the wall. */
  tabbable: boolean;
  onPress: (withShift: boolean) => void;
  onFocus: () => void;
}

/**
 * A picture on the wall: a press opens it, or chooses it while pictures are being chosen. Otherwise it can be dragged out, as
 * the whole file.
 */
export function Tile({ entry, chosen, tabbable, onPress, onFocus }: TileProps) {
  const { url, isGone, onError } = useThumbnail(entry.id);
  const prompt = useRecord(entry)?.request.prompt ?? '';
  const { settings } = useGallery();
  const dragged = chosen === undefined && !isGone ? { id: entry.id, read: readPicture } : undefined;
  const drag = useDraggedFile(dragged, settings.value);
  const choosing = chosen !== undefined && { role: 'checkbox' as const, 'aria-checked': chosen };
  return (
    <figure class="tile-figure" data-provider={entry.provider}>
      <button
        type="button"
        class="tile"
        data-picture={entry.id}
        tabIndex={tabbable ? 0 : -1}
        {...choosing}
        onClick={(event) => onPress(event.shiftKey)}
        onFocus={onFocus}
        {...drag.handlers}
      >
        <img
          class={isGone ? 'tile-image tile-image-gone' : 'tile-image'}
          src={drag.src ?? url}
          alt={prompt}
          decoding="async"
          onError={onError}
        />
        {isGone && (
          <span class="tile-words" dir="auto" aria-hidden="true">
            <Icon name="warning" size={16} />
            {prompt}
          </span>
        )}
        {entry.favourite && (
          <span class="tile-mark tile-heart">
            <Icon name="heart" size={16} />
            <span class="visually-hidden">{t('gallery_favourite')}</span>
          </span>
        )}
        {chosen !== undefined && (
          <span class="tile-mark tile-tick">
            <Icon name="check" size={16} />
          </span>
        )}
      </button>
    </figure>
  );
}

const readPicture = (id: string) => readThroughDoor(id);
