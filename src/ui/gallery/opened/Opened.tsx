import { useEffect, useRef } from 'preact/hooks';
import type { Picture } from '../../../gallery/index.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import type { PictureEntry } from '../list/picture-list.ts';
import { useRecord } from '../list/use-record.ts';
import { EnlargedRows } from './EnlargedRows.tsx';
import { FullPicture } from './FullPicture.tsx';
import { OpenedStrip } from './OpenedStrip.tsx';
import './opened.css';
import { Pane } from './Pane.tsx';
import { useTurningKeys } from './use-turning-keys.ts';

/** One picture large, with its prompt and facts beside it. */
export function Opened() {
  const { open } = useGallery().view;
  return open.value ? <Read {...open.value} /> : null;
}

/** While the record of the next picture is read, the previous picture stays. */
function Read({ entry, place }: { entry: PictureEntry; place: number }) {
  const last = useRef<Picture | undefined>(undefined);
  const picture = useRecord(entry) ?? last.current;
  last.current = picture;
  return picture ? <Large picture={picture} place={place} /> : null;
}

function Large({ picture, place }: { picture: Picture; place: number }) {
  const { view, model } = useGallery();
  const box = useRef<HTMLElement>(null);
  useTurningKeys(box);
  useEffect(() => box.current?.focus(), []);
  const isFirst = place === 0;
  const isLast = place === model.shown.value.length - 1;
  return (
    <section
      ref={box}
      class={view.enlarged.value ? 'opened opened-enlarged' : 'opened'}
      tabIndex={-1}
      aria-label={picture.request.prompt}
    >
      <div class="opened-view">
        <FullPicture key={picture.id} picture={picture} />
        <span class="opened-turn opened-newer">
          <IconButton
            icon="forward"
            label={t('gallery_newer')}
            aria-disabled={isFirst}
            onClick={() => view.turn(-1)}
          />
        </span>
        <span class="opened-turn opened-older">
          <IconButton
            icon="forward"
            label={t('gallery_older')}
            aria-disabled={isLast}
            onClick={() => view.turn(1)}
          />
        </span>
        {view.enlarged.value ? <EnlargedRows picture={picture} /> : <OpenedStrip />}
      </div>
      {!view.enlarged.value && <Pane picture={picture} place={place} />}
    </section>
  );
}
