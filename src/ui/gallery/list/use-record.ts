import { useEffect } from 'preact/hooks';
import type { Picture } from '../../../gallery/index.ts';
import { useGallery } from '../context.ts';
import type { PictureEntry } from './picture-list.ts';

/** The records of pictures while the component is there, in their order; undefined each until it is read. */
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
    // A favourite is one at once, before it is written down.
    return picture && { ...picture, favourite };
  });
}

export const useRecord = (entry: PictureEntry): Picture | undefined => useRecords([entry])[0];
