import { useMemo } from 'preact/hooks';
import { useWindowValue } from '../../page/use-window-value.ts';
import { type Place, placeOf } from './panels.ts';

/** Where the address leads, now and whenever it changes. */
export function usePlace(): Place {
  const hash = useWindowValue(() => location.hash, 'hashchange');
  return useMemo(() => placeOf(hash), [hash]);
}
