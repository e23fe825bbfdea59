import type { Picture } from '../../../gallery/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../page/extension.ts';
import './tile.css';
import { useThumbnail } from './use-thumbnail.ts';

interface TileProps {
  picture: Picture;
  /** Undefined while nothing is being chosen. */
  chosen: boolean | undefined;
  /** Whether Tab stops here: at one tile of the wall. */
  tabbable: boolean;
  onPress: (withShift: boolean) => void;
  onFocus: () => void;
}

/** A picture on the wall: a press opens it, or chooses it while pictures are being chosen. */
export function Tile({ picture, chosen, tabbable, onPress, onFocus }: TileProps) {
  const url = useThumbnail(picture.id);
  const choosing = chosen !== undefined && { role: 'checkbox' as const, 'aria-checked': chosen };
  return (
    <figure class="tile-figure" data-provider={picture.provider}>
      <button
        type="button"
        class="tile"
        data-picture={picture.id}
        tabIndex={tabbable ? 0 : -1}
        {...choosing}
        onClick={(event) => onPress(event.shiftKey)}
        onFocus={onFocus}
      >
        <img class="tile-image" src={url} alt={picture.request.prompt} decoding="async" />
        {picture.favourite && (
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
