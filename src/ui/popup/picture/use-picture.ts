import { useEffect, useState } from 'preact/hooks';
import { readPicture, type StoredPicture } from '../../../gallery/index.ts';

export type PictureState =
  | { state: 'loading' }
  | { state: 'ready'; stored: StoredPicture; url: string }
  | { state: 'missing' }
  | { state: 'unreadable' };

/** A picture of the gallery with a URL to show it, which ends with the component. `attempt` reads it anew. */
export function usePicture(id: string, attempt: number): PictureState {
  const [state, setState] = useState<PictureState>({ state: 'loading' });
  useEffect(() => {
    let url: string | undefined;
    let gone = false;
    readPicture(id).then(
      (stored) => {
        if (gone) return;
        if (stored) url = URL.createObjectURL(stored.blob);
        setState(stored && url ? { state: 'ready', stored, url } : { state: 'missing' });
      },
      () => !gone && setState({ state: 'unreadable' }),
    );
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [id, attempt]);
  return state;
}
