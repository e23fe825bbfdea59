import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import type { PictureEntry } from '../list/picture-list.ts';
import { useRecord } from '../list/use-record.ts';
import { useThumbnail } from '../wall/use-thumbnail.ts';

interface ThumbProps {
  entry: PictureEntry;
  current: boolean;
  onPress: () => void;
}

/** A small picture in the strip; the open one is scrolled to. */
export function Thumb({ entry, current, onPress }: ThumbProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { url, isGone, onError } = useThumbnail(entry.id);
  const picture = useRecord(entry);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <figure data-provider={entry.provider}>
      <button
        ref={button}
        type="button"
        class="opened-thumb"
        tabIndex={current ? 0 : -1}
        {...(current && { 'aria-current': 'true' as const })}
        onClick={onPress}
      >
        <img
          class={isGone ? 'opened-thumb-image opened-thumb-gone' : 'opened-thumb-image'}
          src={url}
          alt={picture?.request.prompt ?? ''}
          decoding="async"
          onError={onError}
        />
        {isGone && <Icon name="warning" />}
      </button>
    </figure>
  );
}
