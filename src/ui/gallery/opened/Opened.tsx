import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from '../../components/IconButton.tsx';
import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { EnlargedRows } from './EnlargedRows.tsx';
import { FullPicture } from './FullPicture.tsx';
import { OpenedStrip } from './OpenedStrip.tsx';
import './opened.css';
import { Pane } from './Pane.tsx';
import { useTurningKeys } from './use-turning-keys.ts';

/** One picture large, with its prompt and facts beside it. */
export function Opened() {
  const { view, model } = useGallery();
  const opened = view.open.value;
  const box = useRef<HTMLElement>(null);
  useTurningKeys(box);
  useEffect(() => box.current?.focus(), []);
  if (!opened) return null;
  const { picture, place } = opened;
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
