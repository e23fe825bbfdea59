import { useEffect, useRef } from 'preact/hooks';
import type { StoredPicture } from '../../../gallery/index.ts';
import type { Job } from '../../../jobs/index.ts';
import { usePopup } from '../context.ts';
import { reveal } from '../reveal.ts';
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
  const { width, height } = picture.request;
  const { keeper } = usePopup();
  const figure = useRef<HTMLElement>(null);
  useEffect(() => reveal(figure.current, keeper), [keeper]);

  return (
    <figure ref={figure} class="figure" data-provider={picture.provider}>
      <img
        class="figure-image"
        src={url}
        alt={job.request.prompt}
        width={width}
        height={height}
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
