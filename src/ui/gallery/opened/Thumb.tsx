import { useEffect, useRef } from 'preact/hooks';
import type { Picture } from '../../../gallery/index.ts';
import { useThumbnail } from '../wall/use-thumbnail.ts';

interface ThumbProps {
  picture: Picture;
  current: boolean;
  onPress: () => void;
}

/** A small picture in the strip; the open one is scrolled to. */
export function Thumb({ picture, current, onPress }: ThumbProps) {
  const button = useRef<HTMLButtonElement>(null);
  const url = useThumbnail(picture.id);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <figure data-provider={picture.provider}>
      <button
        ref={button}
        type="button"
        class="opened-thumb"
        tabIndex={current ? 0 : -1}
        {...(current && { 'aria-current': 'true' as const })}
        onClick={onPress}
      >
        <img class="opened-thumb-image" src={url} alt={picture.request.prompt} decoding="async" />
      </button>
    </figure>
  );
}
