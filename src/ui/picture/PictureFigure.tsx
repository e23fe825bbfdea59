import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoredPicture } from '../../gallery/index.ts';
import type { Job } from '../../jobs/index.ts';
import { usePopup } from '../stage/context.ts';
import { frameOf } from '../stage/progress/frame-of.ts';
import { reveal } from '../stage/reveal.ts';
import { MadeBy } from './MadeBy.tsx';
import { PictureActions } from './PictureActions.tsx';
import { savedName } from './saved-name.ts';

interface PictureFigureProps {
  job: Job;
  stored: StoredPicture;
  url: string;
  onBroken: () => void;
}

/** The picture, who made it, and what can be done with it. It can be dragged out: Chromium is told its file name. */
export function PictureFigure({ job, stored, url, onBroken }: PictureFigureProps) {
  const { picture } = stored;
  const { width = 1, height = 1 } = picture.request;
  // A service may have made another size than it was asked for.
  const [size, setSize] = useState({ width, height });
  const { keeper } = usePopup();
  const figure = useRef<HTMLElement>(null);
  useEffect(() => reveal(figure.current, keeper), [keeper]);

  function takeSize({ naturalWidth, naturalHeight }: HTMLImageElement) {
    setSize({ width: naturalWidth, height: naturalHeight });
    requestAnimationFrame(() => reveal(figure.current, keeper));
  }

  return (
    <figure ref={figure} class="figure" data-provider={picture.provider}>
      <img
        class="figure-image"
        src={url}
        alt={job.request.prompt}
        style={frameOf(size.width, size.height)}
        onLoad={(event) => takeSize(event.currentTarget)}
        onError={onBroken}
        onDragStart={(event) =>
          event.dataTransfer?.setData('DownloadURL', `${picture.type}:${savedName(picture)}:${url}`)
        }
      />
      <figcaption class="figure-caption">
        <MadeBy picture={picture} />
      </figcaption>
      <PictureActions job={job} stored={stored} url={url} />
    </figure>
  );
}
