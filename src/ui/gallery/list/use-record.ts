import { useEffect } from 'preact/hooks';
import type { Picture } from '../../../gallery/index.ts';
import { useGallery } from '../context.ts';
import type { PictureEntry } from './picture-list.ts';

/** The records of pictures while the component is there, in their order; each is undefined until it is read. */
export function useRecords(entries: readonly PictureEntry[]): (Picture | undefined)[] {
  const { records } = useGallery();
  const ids = entries.map(({ id }) => id);
  useEffect(() => {
    for (const id of ids) records.take(id);
    return () => {
      for (const id of ids) records.letGo(id);
    };
  }, [ids.join('\n'), records]);
  return entries.map(({ id, favourite }) => {
    const picture = records.record(id).value;
    // The mark of a favourite is shown at once, before the record is written.
    return picture && { ...picture, favourite };
  });
}

export const useRecord = (entry: PictureEntry): Picture | undefined => useRecords([entry])[0];
