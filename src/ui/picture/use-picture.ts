import { useEffect, useState } from 'preact/hooks';
import type { StoredPicture } from '../../gallery/index.ts';
import { readThroughDoor } from './read-through-door.ts';

export type PictureState =
  | { state: 'loading' }
  | { state: 'ready'; stored: StoredPicture; url: string }
  | { state: 'missing' }
  | { state: 'unreadable' };

/** Milliseconds after which the database counts as not answering. A large picture from a slow disk takes seconds. */
const READING_MS = 15_000;

/** A picture of the gallery with a URL to show it, which is revoked when the component unmounts. Changing `attempt` reads it again. */
export function usePicture(id: string, attempt: number): PictureState {
  const [state, setState] = useState<PictureState>({ state: 'loading' });
  useEffect(() => {
    let url: string | undefined;
    let gone = false;
    const silence = setTimeout(() => setState({ state: 'unreadable' }), READING_MS);
    const show = (stored: StoredPicture | undefined) => {
      if (gone) return;
      if (stored) url = URL.createObjectURL(stored.blob);
      setState(stored && url ? { state: 'ready', stored, url } : { state: 'missing' });
    };
    readThroughDoor(id)
      .finally(() => clearTimeout(silence))
      .then(show, () => !gone && setState({ state: 'unreadable' }));
    return () => {
      gone = true;
      clearTimeout(silence);
      if (url) URL.revokeObjectURL(url);
    };
  }, [id, attempt]);
  return state;
}
