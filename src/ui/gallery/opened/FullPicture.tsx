import { useState } from 'preact/hooks';
import type { Picture } from '../../../gallery/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../page/extension.ts';
import { useDraggedFile } from '../../picture/use-dragged-file.ts';
import { usePicture } from '../../picture/use-picture.ts';
import { useGallery } from '../context.ts';
import { useThumbnail } from '../wall/use-thumbnail.ts';

/** The picture itself; its thumbnail is shown until the picture is read. It can be dragged out. */
export function FullPicture({ picture }: { picture: Picture }) {
  const [attempt, setAttempt] = useState(0);
  const thumbnail = useThumbnail(picture.id);
  const [broken, setBroken] = useState<string>();
  const read = usePicture(picture.id, attempt);
  const { settings } = useGallery();
  const ready = read.state === 'ready' ? read : undefined;
  const drag = useDraggedFile(ready, settings.value);
  const { prompt } = picture.request;
  const isBroken = ready !== undefined && ready.url === broken;
  if (isBroken || read.state === 'missing' || read.state === 'unreadable') {
    const again = <Button onClick={() => setAttempt(attempt + 1)}>{t('common_retry')}</Button>;
    return (
      <div class="opened-figure">
        <Notice tone="caution" announce="alert" actions={again}>
          <p>{t('gallery_bytes_gone')}</p>
        </Notice>
      </div>
    );
  }
  const url = ready?.url ?? (thumbnail.isGone ? undefined : thumbnail.url);
  return (
    <figure class="opened-figure" data-provider={picture.provider}>
      <img
        class="opened-image"
        src={drag.src ?? url}
        alt={prompt}
        width={picture.width}
        height={picture.height}
        onError={() => setBroken(ready?.url)}
        {...drag.handlers}
      />
    </figure>
  );
}
