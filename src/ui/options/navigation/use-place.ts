import { useEffect, useState } from 'preact/hooks';
import { type Place, placeOf } from './panels.ts';

/** Where the address leads, now and whenever it changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState<Place>(() => placeOf(location.hash));
  useEffect(() => {
    const onChange = () => setPlace(placeOf(location.hash));
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return place;
}
