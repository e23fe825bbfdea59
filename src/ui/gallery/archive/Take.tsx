import { useEffect, useRef, useState } from 'preact/hooks';
import type { Picture } from '../../../gallery/index.ts';
import type { Pictures } from './importer.ts';

interface TakeProps {
  picture: Picture;
  pictures: Pictures;
  taken: boolean;
  onToggle: () => void;
}

/** A picture of the file with its checkbox. It is unpacked only while it is in sight. */
export function Take({ picture, pictures, taken, onToggle }: TakeProps) {
  const row = useRef<HTMLLIElement>(null);
  const url = useUnpacked(row, picture.id, pictures);
  return (
    <li ref={row}>
      <label class="take">
        <input type="checkbox" checked={taken} onChange={onToggle} />
        <img class="take-image" src={url} alt="" />
        <span class="take-words" dir="auto">
          {picture.request.prompt}
        </span>
      </label>
    </li>
  );
}

function useUnpacked(row: { current: HTMLElement | null }, id: string, pictures: Pictures) {
  const [inSight, setInSight] = useState(false);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!row.current) return;
    const watcher = new IntersectionObserver((entries) =>
      setInSight(entries.at(-1)?.isIntersecting === true),
    );
    watcher.observe(row.current);
    return () => watcher.disconnect();
  }, [row]);
  useEffect(() => {
    if (!inSight) return;
    let gone = false;
    let own: string | undefined;
    const unpack = async () => {
      const { value } = await pictures(new Set([id])).next();
      if (gone || !value) return;
      own = URL.createObjectURL(value.blob);
      setUrl(own);
    };
    void unpack().catch(() => undefined);
    return () => {
      gone = true;
      setUrl(undefined);
      if (own) URL.revokeObjectURL(own);
    };
  }, [inSight, id, pictures]);
  return url;
}
