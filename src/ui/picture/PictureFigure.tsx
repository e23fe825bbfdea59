import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { StoredPicture } from '../../gallery/index.ts';
import type { Job } from '../../jobs/index.ts';
import { Pill } from '../components/Pill.tsx';
import { isFocusFree } from '../page/free-focus.ts';
import { usePopup } from '../stage/context.ts';
import { HowMade } from './HowMade.tsx';
import { MoreActions } from './MoreActions.tsx';
import { madeLine } from './made-line.ts';
import { PictureActions } from './PictureActions.tsx';
import './picture.css';
import { useDraggedFile } from './use-dragged-file.ts';

interface PictureFigureProps {
  job: Job;
  stored: StoredPicture;
  url: string;
  onBroken: () => void;
}

/** The picture with its service and its toolbar over it. It can be dragged out. */
export function PictureFigure({ job, stored, url, onBroken }: PictureFigureProps) {
  const { picture } = stored;
  const { settings } = usePopup();
  const drag = useDraggedFile({ stored, url }, settings.value);
  const open = useSignal<'how' | 'more' | undefined>(undefined);
  const pill = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const image = useFocusOnArrival(job);
  const close = () => {
    open.value = undefined;
  };
  const toggle = (name: 'how' | 'more') => {
    open.value = open.value === name ? undefined : name;
  };

  return (
    <>
      <figure class="picture" data-provider={picture.provider}>
        <img
          ref={image}
          tabIndex={-1}
          class="picture-image"
          src={drag.src ?? url}
          alt={job.request.prompt}
          onError={onBroken}
          {...drag.handlers}
        />
      </figure>
      <div class="picture-pill">
        <Pill pillRef={pill} expanded={open.value === 'how'} onClick={() => toggle('how')}>
          {madeLine(job, picture)}
        </Pill>
      </div>
      {open.value === 'how' && <HowMade job={job} picture={picture} opener={pill} onClose={close} />}
      {open.value === 'more' && (
        <MoreActions
          job={job}
          opener={more}
          onClose={close}
          onHow={() => {
            pill.current?.focus();
            open.value = 'how';
          }}
        />
      )}
      <PictureActions
        job={job}
        stored={stored}
        moreRef={more}
        moreOpen={open.value === 'more'}
        onMore={() => toggle('more')}
      />
    </>
  );
}

/** Ids of pictures that were shown before: showing one again does not count as a new picture. */
const arrived = new Set<string>();

/**
 * Focuses a picture that was just made, so that the next key press cannot start another one: takes the focus from Generate
 * and Cancel, and from the prompt if nothing was typed there since.
 */
function useFocusOnArrival(job: Job) {
  const { keeper } = usePopup();
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const fresh = !arrived.has(job.id) && Date.now() - (job.endedAt ?? 0) < JUST_MADE_MS;
    arrived.add(job.id);
    const { activeElement } = document;
    const given = isFocusFree() || activeElement?.closest('.composer-row, .progress, .stage') != null;
    const waiting = activeElement?.id === 'prompt';
    if (fresh && !keeper.changed() && (given || waiting)) image.current?.focus({ preventScroll: true });
  }, [job, keeper]);
  return image;
}

const JUST_MADE_MS = 5_000;
